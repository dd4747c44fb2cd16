package io.crowdbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SshLoginTest {

  @Test
  void readsUserHostAndPort() {
    assertThat(SshLogin.parse("bench@lab-1.example.com:2222"))
        .isEqualTo(new SshLogin("bench", "lab-1.example.com", 2222));
    assertThat(SshLogin.parse("bench@10.0.0.7")).isEqualTo(new SshLogin("bench", "10.0.0.7", 22));
    assertThat(SshLogin.parse("bench@[fe80::1]:2200"))
        .isEqualTo(new SshLogin("bench", "fe80::1", 2200));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lab-1", "@lab-1", "bench@", "bench@lab-1:", "bench@lab-1:22x", "a b@c"})
  void saysWhatALoginLooksLike(String text) {
    assertThatThrownBy(() -> SshLogin.parse(text))
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining(text)
        .hasMessageContaining("user@host");
  }
}
