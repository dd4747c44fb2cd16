package io.crowdbench.localstack.demo;

/// The system did not give what was asked of it.
public final class Unanswered extends RuntimeException {

  private static final long serialVersionUID = 1;

  Unanswered(String sentence) {
    super(sentence);
  }
}
