package io.crowdbench.embedded;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The shop's products, the same in every run.
final class Shelf {

  private static final List<String> KINDS =
      List.of("Lamp", "Chair", "Kettle", "Bicycle", "Umbrella", "Clock", "Tent", "Violin");
  private static final List<String> LOOKS = List.of("Red", "Small", "Quiet", "Folding", "Patient");

  /// One thing one can put into a cart.
  record Product(int id, String name, int cents) {

    boolean matches(String wanted) {
      return name.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    }

    String line() {
      return "<li><a href=\"/products/%d\">%s</a> <b>%d.%02d</b></li>"
          .formatted(id, name, cents / 100, cents % 100);
    }

    String description() {
      var praise = "The " + name + " does what it is made for, day after day. ";
      return "<p>%s</p><form method=\"post\" action=\"/cart\"><input type=\"hidden\" name=\"product\" value=\"%d\"><button>Put into cart</button></form>"
          .formatted(praise.repeat(5 + id % 30), id);
    }
  }

  private final List<Product> products =
      IntStream.range(0, KINDS.size() * LOOKS.size()).mapToObj(Shelf::product).toList();

  Stream<Product> all() {
    return products.stream();
  }

  Optional<Product> find(String id) {
    return products.stream().filter(product -> String.valueOf(product.id()).equals(id)).findFirst();
  }

  String list(Stream<Product> some) {
    return some.map(Product::line).collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static Product product(int index) {
    var name = LOOKS.get(index % LOOKS.size()) + " " + KINDS.get(index / LOOKS.size());
    return new Product(index + 1, name, 495 + 731 * index);
  }
}
