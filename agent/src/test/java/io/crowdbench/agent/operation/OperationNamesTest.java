package io.crowdbench.agent.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationNamesTest {

  @ParameterizedTest
  @CsvSource({
    "/,GET /",
    "'',GET /",
    "/products,GET /products",
    "/products/17,GET /products/{id}",
    "/products/17/reviews/3,GET /products/{id}/reviews/{id}",
    "/users/123e4567-e89b-12d3-a456-426614174000,GET /users/{id}",
    "/blobs/0123456789abcdef0123,GET /blobs/{id}",
    "/sessions/aB3dE5fG7hI9jK1lM3nO,GET /sessions/{id}",
    "/v2/items,GET /v2/items",
    "/a/,GET /a/"
  })
  void takesIdsOut(String path, String name) {
    assertThat(OperationNames.of("GET", path)).isEqualTo(name);
  }
}
