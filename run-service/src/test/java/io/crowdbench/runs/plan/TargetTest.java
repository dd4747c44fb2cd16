package io.crowdbench.runs.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {

  @ParameterizedTest
  @CsvSource({
    "http://shop.example.com,true",
    "HTTPS://shop.example.com:8443/base/?a=b#c,true",
    "http://bücher.example/,true",
    "http://bob:p@w@shop.example.com/,true",
    "http://127.0.0.1:8720,true",
    "http://[::1]:8080/,true",
    "ftp://nowhere,false",
    "shop.example.com,false",
    "http://,false",
    "http:///a,false",
    "http://a b/,false",
    "http://bob@/,false",
    "http://shop:eighty/,false",
    "'',false"
  })
  void isAnAddressOfTheWeb(String address, boolean right) {
    assertThat(Target.looksRight(address)).isEqualTo(right);
  }

  @Test
  void isShownWithoutItsLogin() {
    assertThat(Target.shown("http://bob:pw@shop.example.com/@a"))
        .isEqualTo("http://(redacted)@shop.example.com/@a");
  }
}
