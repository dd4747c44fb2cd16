package io.crowdbench.provisioner.tunnel;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Which slave a connection comes from: each tunnel has a secret of its own, which only the slave's
/// login can read. Other people on that machine can find the port, and get no further.
final class Tokens {

  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final ConcurrentHashMap<String, String> slaves = new ConcurrentHashMap<>();

  String issue(String slave) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    slaves.put(token, slave);
    return token;
  }

  Optional<String> slaveOf(String token) {
    return Optional.ofNullable(slaves.get(token));
  }

  void revoke(String token) {
    slaves.remove(token);
  }
}
