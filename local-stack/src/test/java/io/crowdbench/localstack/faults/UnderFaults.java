package io.crowdbench.localstack.faults;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/// A part of the fault campaign: its tests are given the one [FaultStack]. The build runs them
/// apart from the others.
@Tag("faults")
@ExtendWith(FaultCampaign.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface UnderFaults {}
