package io.crowdbench.provisioner.slave;

/// What a slave's login is proved with.
public enum SecretKind {
  PASSWORD,
  PRIVATE_KEY
}
