package io.crowdbench.ui.monitor;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import io.crowdbench.messages.debuglog.CapturedFailure;
import io.crowdbench.messages.debuglog.CapturedFailure.CapturedAnswer;
import io.crowdbench.messages.debuglog.CapturedFailure.CapturedRequest;
import io.crowdbench.messages.debuglog.CapturedFailure.CapturedTimes;
import io.crowdbench.ui.base.Format;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Examples of one group of errors: what was asked, what came back.
final class FailureDialog extends Dialog {

  /// @param name what people call a slave of an id
  FailureDialog(String error, List<CapturedFailure> examples, UnaryOperator<String> name) {
    setId("failure");
    setHeaderTitle(error);
    setWidth("56rem");
    setMaxWidth("95vw");
    if (examples.isEmpty()) {
      add(
          new Span(
              "No example was kept: what failed was no request, or other errors came first. The first three of each group are kept."));
    }
    examples.forEach(example -> add(shown(example, name)));
    getFooter().add(new Button("Close", _ -> close()));
  }

  private static Div shown(CapturedFailure example, UnaryOperator<String> name) {
    var heading =
        "%s as user %s on %s, second %s"
            .formatted(
                example.operation(),
                example.user(),
                name.apply(example.slave()),
                Format.clock(Duration.ofSeconds(example.second())));
    return new Div(
        new H4(heading),
        new Div(example.problem()),
        new Div(times(example.times())),
        new Pre(asked(example.request())),
        new Pre(answered(example.answer())));
  }

  private static String asked(CapturedRequest request) {
    return lines(request.method() + " " + request.address(), request.headers(), request.body());
  }

  private static String answered(@Nullable CapturedAnswer answer) {
    return answer == null
        ? "No answer came."
        : lines(answer.status() + " " + answer.reason(), answer.headers(), answer.body());
  }

  private static String lines(String first, List<String> headers, String body) {
    var head = Stream.concat(Stream.of(first), headers.stream()).collect(Collectors.joining("\n"));
    return body.isEmpty() ? head : head + "\n\n" + body;
  }

  private static String times(CapturedTimes times) {
    return Stream.of(
            part("connect", times.connect()),
            part("TLS", times.tls()),
            part("first byte", times.firstByte()),
            part("in all", times.total()))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private static String part(String what, @Nullable Long micros) {
    return micros == null ? "" : "%s %.1f ms".formatted(what, micros / 1_000.0);
  }
}
