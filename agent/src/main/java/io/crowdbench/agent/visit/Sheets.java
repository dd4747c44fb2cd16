package io.crowdbench.agent.visit;

import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.css.LoadedSheet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The style sheets of one visit, those under way included. Any thread.
final class Sheets {

  /// Imports deeper than this are left out.
  static final int MAX_DEPTH = 32;

  private static final CompletableFuture<?> NOTHING = CompletableFuture.completedFuture(null);

  private final Map<Address, CompletableFuture<@Nullable Arrived>> all = new ConcurrentHashMap<>();

  private CompletableFuture<@Nullable Arrived> at(Address address) {
    return all.computeIfAbsent(address, _ -> new CompletableFuture<>());
  }

  /// It has come, or null if it has not and will not.
  void arrived(Address address, @Nullable Arrived sheet) {
    at(address).complete(sheet);
  }

  /// Done when it is there with all that it imports, or as much of it as will ever come.
  CompletableFuture<?> whole(Address address) {
    return whole(address, Set.of());
  }

  private CompletableFuture<?> whole(Address address, Set<Address> around) {
    if (around.contains(address) || around.size() > MAX_DEPTH) {
      return NOTHING;
    }
    var path = new HashSet<>(around);
    path.add(address);
    return at(address)
        .thenCompose(sheet -> {
          if (sheet == null || sheet.sheet().imports().isEmpty()) {
            return NOTHING.thenApply(_ -> null);
          }
          var imports =
              references(sheet).stream()
                  .map(each -> each == null ? NOTHING : whole(each, path))
                  .toArray(CompletableFuture<?>[]::new);
          return CompletableFuture.allOf(imports).thenApply(_ -> null);
        });
  }

  static List<@Nullable Address> references(Arrived sheet) {
    var all = new ArrayList<@Nullable Address>();
    sheet.sheet().imports().forEach(one -> all.add(Place.of(sheet.address(), one.reference())));
    return all;
  }

  /// What is there of it.
  ///
  /// @param met in which order what was found
  @Nullable LoadedSheet loaded(Address address, List<Object> met) {
    return loaded(address, Set.of(), met);
  }

  private @Nullable LoadedSheet loaded(Address address, Set<Address> around, List<Object> met) {
    var sheet =
        around.contains(address) || around.size() > MAX_DEPTH ? null : at(address).getNow(null);
    if (sheet == null) {
      met.add(address);
      return null;
    }
    met.add(sheet.digest());
    met.add(sheet.address());
    var path = new HashSet<>(around);
    path.add(address);
    var imports = new ArrayList<@Nullable LoadedSheet>();
    for (var each : references(sheet)) {
      imports.add(each == null ? null : loaded(each, path, met));
    }
    return new LoadedSheet(sheet.sheet(), sheet.address(), imports);
  }
}
