package io.crowdbench.agent.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.actions.RequestFailed;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.SocketException;
import org.junit.jupiter.api.Test;

class GeneratorLimitTest {

  @Test
  void isWhatTheSlaveCouldNotDo() {
    assertThat(GeneratorLimit.reached(failed(new BindException("Cannot assign requested address"))))
        .isTrue();
    assertThat(GeneratorLimit.reached(failed(new SocketException("Too many open files")))).isTrue();
  }

  @Test
  void isNotWhatTheSiteDid() {
    assertThat(GeneratorLimit.reached(failed(new ConnectException("Connection refused"))))
        .isFalse();
    assertThat(GeneratorLimit.reached(failed(new SocketException("Connection reset")))).isFalse();
    assertThat(GeneratorLimit.reached(new IllegalStateException("Too many open files"))).isFalse();
  }

  private static RequestFailed failed(IOException cause) {
    return new RequestFailed("GET http://shop/: " + cause.getMessage(), cause);
  }
}
