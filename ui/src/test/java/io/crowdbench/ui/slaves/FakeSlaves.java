package io.crowdbench.ui.slaves;

import io.crowdbench.api.JumpHost;
import io.crowdbench.api.Result;
import io.crowdbench.api.Result.Failed;
import io.crowdbench.api.Result.Ok;
import io.crowdbench.api.SlaveChange;
import io.crowdbench.api.SlaveDraft;
import io.crowdbench.api.SlaveRegistration;
import io.crowdbench.api.SlaveView;
import io.crowdbench.api.SlaveView.Facts;
import io.crowdbench.messages.provisioning.SlaveStage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A provisioner that keeps slaves and does nothing to them; it writes down what it is asked to do.
public final class FakeSlaves implements Slaves {

  public static final Instant CHECKED_AT = Instant.parse("2026-01-01T12:00:00Z");

  /// By id.
  public final Map<String, SlaveView> known = new ConcurrentHashMap<>();

  public final List<String> asked = new CopyOnWriteArrayList<>();
  public final List<SlaveRegistration> registered = new CopyOnWriteArrayList<>();
  public final List<SlaveChange> changes = new CopyOnWriteArrayList<>();

  /// What it answers instead of doing it, by slave's name.
  public final Map<String, String> refusals = new ConcurrentHashMap<>();

  public SlaveDraft draft = new SlaveDraft("LINES", List.of(), List.of());
  public String log = "";
  private boolean away;

  public static FakeSlaves of(SlaveView... slaves) {
    var fake = new FakeSlaves();
    for (var slave : slaves) {
      fake.known.put(slave.id(), slave);
    }
    return fake;
  }

  public static FakeSlaves away() {
    var fake = new FakeSlaves();
    fake.away = true;
    return fake;
  }

  public static SlaveView slave(String name, SlaveStage stage, String... problems) {
    return slave(name, stage, null, List.of(), problems);
  }

  /// Of four processors and 8 GB, reached through SSH.
  public static SlaveView labelled(String name, SlaveStage stage, String... labels) {
    return slave(name, stage, null, List.of(labels));
  }

  public static SlaveView withNewKey(String name) {
    return slave(name, SlaveStage.UNUSABLE, "SHA256:new", List.of(), "The host key has changed.");
  }

  private static SlaveView slave(
      String name,
      SlaveStage stage,
      @Nullable String newHostKey,
      List<String> labels,
      String... problems) {
    return new SlaveView(
        name,
        name,
        name + ".test",
        22,
        "bench",
        "PASSWORD",
        ".crowdbench",
        "SHA256:known",
        stage,
        1,
        List.of(problems),
        labels,
        null,
        newHostKey,
        true,
        List.of(),
        CHECKED_AT,
        new Facts("Linux x86_64", 4, 8_192, 20_000),
        null);
  }

  @Override
  public Result<List<SlaveView>> all() {
    return away
        ? new Failed<>(0, List.of("Could not ask provisioner-service."))
        : new Ok<>(List.copyOf(known.values()));
  }

  @Override
  public Result<SlaveView> one(String id) {
    var slave = known.get(id);
    return slave == null
        ? new Failed<>(404, List.of("There is no slave " + id + "."))
        : new Ok<>(slave);
  }

  @Override
  public Result<SlaveView> register(SlaveRegistration slave) {
    var name = String.valueOf(slave.name());
    var refusal = refusals.get(name);
    if (refusal != null) {
      return new Failed<>(400, List.of(refusal));
    }
    registered.add(slave);
    known.put(name, slave(name, SlaveStage.REGISTERED));
    return one(name);
  }

  @Override
  public Result<SlaveView> change(String id, SlaveChange change) {
    changes.add(change);
    return one(id);
  }

  @Override
  public Result<SlaveDraft> read(String text) {
    asked.add("read " + text);
    return new Ok<>(draft);
  }

  @Override
  public Result<String> export() {
    return new Ok<>("slaves:\n- name: lab-1\n");
  }

  @Override
  public Result<SlaveView> acceptKey(String id, String fingerprint) {
    asked.add("accept " + fingerprint + " of " + id);
    known.put(id, slave(id, SlaveStage.CHECKED));
    return one(id);
  }

  @Override
  public Result<String> log(String id, String run, int lines) {
    asked.add("log " + (run.isEmpty() ? "agent" : run) + " " + lines);
    return new Ok<>(log);
  }

  @Override
  public Result<Boolean> check(String id) {
    return does("check", id);
  }

  @Override
  public Result<Boolean> deploy(String id) {
    return does("deploy", id);
  }

  @Override
  public Result<Boolean> stop(String id) {
    return does("stop", id);
  }

  @Override
  public Result<Boolean> uninstall(String id) {
    return does("uninstall", id);
  }

  @Override
  public Result<Boolean> remove(String id) {
    known.remove(id);
    return does("remove", id);
  }

  private Result<Boolean> does(String what, String id) {
    asked.add(what + " " + id);
    var refusal = refusals.get(id);
    return refusal == null ? new Ok<>(true) : new Failed<>(409, List.of(refusal));
  }

  /// In the order of their names: several are asked at a time.
  public List<String> sortedAsked() {
    var all = new ArrayList<>(asked);
    all.sort(null);
    return all;
  }

  /// What a jump host is made of here.
  public static JumpHost jump() {
    return new JumpHost("gate.test", 22, "bench", "secret-of-gate", null, null);
  }
}
