package io.crowdbench.localstack;

/// Told what is up, one after the other.
public interface Progress {

  void up(String what);
}
