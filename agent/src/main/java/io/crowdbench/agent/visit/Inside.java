package io.crowdbench.agent.visit;

import io.crowdbench.actions.Browsing;
import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.css.Sheet;
import io.crowdbench.agent.http.HttpAnswer;
import io.crowdbench.agent.http.References;
import io.crowdbench.agent.operation.Content;
import io.crowdbench.agent.visit.Resource.Sort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Looks into style sheets, modules and frames for what they load.
final class Inside {

  private record SheetKey(Digest digest) {}

  private record ModuleKey(Digest digest) {}

  private record IconKey(Digest digest) {}

  private static final Runnable IMPORTED = () -> {};

  private final ResourceLoad load;

  /// Of modules for later, how to start what they import; [#IMPORTED] once somebody wants it.
  private final Map<Address, Runnable> later = new ConcurrentHashMap<>();

  private final Browsing browsing;

  Inside(ResourceLoad load, Browsing browsing) {
    this.load = load;
    this.browsing = browsing;
  }

  /// @param type as of the Content-Type header
  static boolean isPage(String type) {
    return type.toLowerCase(Locale.ROOT).contains("html");
  }

  /// A style sheet says that it is one, or nothing; browsers refuse others.
  private static boolean isStyle(HttpAnswer answer) {
    var type = answer.headers().first("Content-Type").orElse("").split(";", 2)[0].strip();
    return type.isEmpty() || type.equalsIgnoreCase("text/css");
  }

  /// True if what is kept is all that is needed.
  boolean isKnown(Sort sort, Kept kept) {
    return switch (sort) {
      case FRAME -> kept.page() != null;
      case STYLE -> kept.content() != null && sheet(kept.content()) != null;
      case MANIFEST ->
          kept.content() == null || Parses.SHARED.known(new IconKey(kept.content())) != null;
      case MODULE, MODULE_FOR_LATER -> kept.content() != null && imports(kept.content()) != null;
      default -> true;
    };
  }

  private static @Nullable Sheet sheet(Digest digest) {
    return Parses.SHARED.known(new SheetKey(digest));
  }

  private static @Nullable List<String> imports(Digest digest) {
    return Parses.SHARED.known(new ModuleKey(digest));
  }

  /// Starts what is in something that the user's cache has.
  void known(Resource resource, Address address, Kept kept, DocumentLoad document)
      throws IOException, InterruptedException {
    var content = kept.content();
    var page = kept.page();
    if (resource.sort() == Sort.FRAME && page != null) {
      frame(resource, address, page);
    } else if (resource.sort() == Sort.STYLE && content != null) {
      var sheet = sheet(content);
      if (sheet != null) {
        sheet(resource, new Arrived(sheet, address, content), document);
      }
    } else if (resource.sort() == Sort.MANIFEST && content != null) {
      List<String> icon = Parses.SHARED.known(new IconKey(content));
      icon(resource, address, icon == null ? List.of() : icon, document);
    } else if (resource.sort().isModule() && content != null) {
      var imports = imports(content);
      modules(resource, address, imports == null ? List.of() : imports, document);
    }
  }

  /// Starts what is in something that has just come.
  ///
  /// @return by what its content is known; null if it is not
  @Nullable Digest into(
      Resource resource, Address address, HttpAnswer answer, DocumentLoad document)
      throws IOException, InterruptedException {
    switch (resource.sort()) {
      case FRAME -> {
        frame(resource, address, answer);
        return null;
      }
      case MANIFEST -> {
        if (ManifestIcon.isSecure(resource.referrer())) {
          var digest = Digest.of(answer);
          var text = new Content(answer);
          icon(
              resource,
              address,
              Parses.SHARED.of(
                  new IconKey(digest),
                  found -> 100 + 100 * found.size(),
                  () -> ManifestIcon.of(text.text())),
              document);
          return digest;
        }
        return null;
      }
      case STYLE -> {
        var own = References.areOfOneOrigin(resource.referrer(), address);
        if (!isStyle(answer) && !(document.isQuirky() && own)) {
          return null;
        }
        var digest = Digest.of(answer);
        var text = new Content(answer);
        var sheet =
            Parses.SHARED.of(new SheetKey(digest), Sheet::weight, () -> Sheet.of(text.text()));
        sheet(resource, new Arrived(sheet, address, digest), document);
        return digest;
      }
      case MODULE, MODULE_FOR_LATER -> {
        var digest = Digest.of(answer);
        var text = new Content(answer);
        var imports =
            Parses.SHARED.of(
                new ModuleKey(digest),
                found -> 100 + 100 * found.size(),
                () -> ModuleImports.of(text.text()));
        modules(resource, address, imports, document);
        return digest;
      }
      default -> {
        return null;
      }
    }
  }

  private void sheet(Resource resource, Arrived sheet, DocumentLoad document) {
    if (resource.depth() < Sheets.MAX_DEPTH) {
      start(resource, sheet.address(), Sheets.references(sheet), Sort.STYLE, document);
    }
    load.sheets().arrived(resource.address(), sheet);
  }

  private void modules(
      Resource resource, Address address, List<String> names, DocumentLoad document) {
    var all = new ArrayList<@Nullable Address>();
    names.forEach(name -> all.add(Modules.resolved(name, address, document.modules())));
    Runnable start = () -> start(resource, address, all, Sort.MODULE, document);
    if (resource.sort() == Sort.MODULE || later.put(resource.address(), start) == IMPORTED) {
      start.run();
    }
  }

  private void icon(Resource manifest, Address address, List<String> names, DocumentLoad document) {
    var all = new ArrayList<@Nullable Address>();
    names.forEach(name -> all.add(Place.of(address, name)));
    start(manifest, address, all, Sort.IMAGE, document);
  }

  /// Somebody imports a module that is, or was, loaded for later.
  void imported(Address address) {
    var start = later.put(address, IMPORTED);
    if (start != null) {
      start.run();
    }
  }

  private void start(
      Resource from,
      Address referrer,
      List<@Nullable Address> found,
      Sort sort,
      DocumentLoad document) {
    var all = new ArrayList<Resource>();
    for (var each : found) {
      if (each != null) {
        all.add(new Resource(each, sort, referrer, from.screen(), from.depth() + 1));
      }
    }
    load.start(all, document);
  }

  private void frame(Resource resource, Address address, HttpAnswer answer)
      throws InterruptedException {
    if (!isPage(answer.headers().first("Content-Type").orElse(""))
        || resource.depth() > DocumentLoad.MAX_DEPTH) {
      return;
    }
    var content = new Content(answer);
    new DocumentLoad(
            load,
            browsing,
            address,
            null,
            resource.screen(),
            resource.depth(),
            Digest.of(answer),
            () -> content.page(address.toString()))
        .begin();
  }
}
