package io.crowdbench.provisioner.slave;

import io.crowdbench.kit.Problem;
import io.crowdbench.provisioner.ssh.PrivateKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A slave as somebody registers it: with exactly one of password and private key, the other empty.
record Registration(
    String name,
    String host,
    int port,
    String user,
    String password,
    String privateKey,
    String folder) {

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:%-]*");

  /// Everything that is wrong with it in itself.
  List<Problem> problems() {
    var problems = new ArrayList<Problem>();
    if (name.isEmpty()) {
      problems.add(
          Problem.of("The slave has no name. Give it one that people will know it by.", "name"));
    }
    if (name.length() > 100) {
      problems.add(
          Problem.of(
              "The slave's name has more than 100 characters. Give it a shorter one.", "name"));
    }
    if (host.isEmpty()) {
      problems.add(
          Problem.of("The slave has no host. Give the address it is reached at over SSH.", "host"));
    } else if (!HOST.matcher(host).matches()) {
      problems.add(Problem.of("\"" + host + "\" is no host name or address.", "host"));
    }
    if (port < 1 || port > 65_535) {
      problems.add(
          Problem.of(
              "The port is " + port + ". A port is between 1 and 65535; SSH's own is 22.", "port"));
    }
    if (user.isEmpty()) {
      problems.add(Problem.of("The slave has no user. Give the name to log in as.", "user"));
    }
    secretProblem(problems);
    if (folder.chars().anyMatch(Character::isISOControl)) {
      problems.add(Problem.of("The folder's name has control characters in it.", "folder"));
    }
    return problems;
  }

  private void secretProblem(List<Problem> problems) {
    if (password.isEmpty() && privateKey.isEmpty()) {
      problems.add(
          Problem.of(
              "There is neither a password nor a private key. Give one of them.", "password"));
    } else if (!password.isEmpty() && !privateKey.isEmpty()) {
      problems.add(
          Problem.of(
              "There are both a password and a private key. Give only one of them.", "privateKey"));
    } else if (!privateKey.isEmpty() && !PrivateKeys.readable(privateKey)) {
      problems.add(
          Problem.of(
              "The private key cannot be read. Give one in OpenSSH or PEM format that has no passphrase.",
              "privateKey"));
    }
  }

  SecretKind secretKind() {
    return privateKey.isEmpty() ? SecretKind.PASSWORD : SecretKind.PRIVATE_KEY;
  }

  String secret() {
    return privateKey.isEmpty() ? password : privateKey;
  }

  @Override
  public String toString() {
    return "Registration[" + name + ", " + host + ":" + port + "]";
  }
}
