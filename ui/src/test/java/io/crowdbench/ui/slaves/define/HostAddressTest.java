package io.crowdbench.ui.slaves.define;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostAddressTest {

  @ParameterizedTest
  @CsvSource({
    "bench@lab-1, bench, lab-1,",
    "lab-1:2222, , lab-1, 2222",
    "bench@10.0.0.5:2222, bench, 10.0.0.5, 2222",
    "' ssh://bench@lab-1:22/ ', bench, lab-1, 22",
    "bench@[fe80::1]:2222, bench, fe80::1, 2222"
  })
  void whatStandsInFrontAndBehindIsTakenApart(String text, String user, String host, Integer port) {
    assertThat(HostAddress.of(text)).contains(new HostAddress(user, host, port));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lab-1", "fe80::1", "2001:db8::2:1", "two words", "bench@"})
  void whatIsNoMoreThanAHostStaysAsItIs(String text) {
    assertThat(HostAddress.of(text)).isEmpty();
  }
}
