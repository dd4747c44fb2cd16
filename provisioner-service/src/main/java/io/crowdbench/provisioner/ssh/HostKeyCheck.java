package io.crowdbench.provisioner.ssh;

import java.net.SocketAddress;
import java.security.PublicKey;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.jspecify.annotations.Nullable;

/// The host key of one connection: which is wanted, and which was shown.
///
/// It travels with the connection's context, since one client serves all hosts and the key is
/// looked at before anybody has the session in hand.
final class HostKeyCheck {

  private static final AttributeRepository.AttributeKey<HostKeyCheck> KEY =
      new AttributeRepository.AttributeKey<>();

  private final @Nullable String wanted;
  private volatile @Nullable String shown;

  HostKeyCheck(@Nullable String wanted) {
    this.wanted = wanted;
  }

  AttributeRepository asContext() {
    return AttributeRepository.ofKeyValuePair(KEY, this);
  }

  static ServerKeyVerifier verifier() {
    return HostKeyCheck::verify;
  }

  private static boolean verify(ClientSession session, SocketAddress address, PublicKey key) {
    var context = session.getConnectionContext();
    var check = context == null ? null : context.getAttribute(KEY);
    return check != null && check.accepts(KeyUtils.getFingerPrint(key));
  }

  private boolean accepts(String fingerprint) {
    shown = fingerprint;
    return wanted == null || wanted.equals(fingerprint);
  }

  /// The fingerprint the host showed, as far as the connection came.
  @Nullable String shown() {
    return shown;
  }

  boolean refused() {
    return wanted != null && shown != null && !wanted.equals(shown);
  }
}
