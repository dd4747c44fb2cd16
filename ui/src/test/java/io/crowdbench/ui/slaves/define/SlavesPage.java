package io.crowdbench.ui.slaves.define;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;

/// Where one is led when all slaves are added.
@Route("slaves")
public class SlavesPage extends Div {}
