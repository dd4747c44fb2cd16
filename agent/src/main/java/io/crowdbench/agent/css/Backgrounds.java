package io.crowdbench.agent.css;

import io.crowdbench.agent.css.Part.Kind;
import java.util.List;
import java.util.Set;

/// Whether Chromium takes a value for images, or for backgrounds with all that belongs to them.
final class Backgrounds {

  private static final Set<String> IMAGES =
      Set.of(
          ("url src image-set -webkit-image-set cross-fade -webkit-cross-fade linear-gradient"
                  + " radial-gradient conic-gradient repeating-linear-gradient"
                  + " repeating-radial-gradient repeating-conic-gradient -webkit-linear-gradient"
                  + " -webkit-radial-gradient -webkit-repeating-linear-gradient"
                  + " -webkit-repeating-radial-gradient -webkit-gradient paint")
              .split(" "));

  private static final Set<String> OTHER_FUNCTIONS =
      Set.of(
          ("rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark contrast-color calc"
                  + " min max clamp env")
              .split(" "));

  private static final Set<String> WORDS =
      Set.of(
          ("none repeat repeat-x repeat-y no-repeat space round scroll fixed local left right top"
                  + " bottom center cover contain auto border-box padding-box content-box text"
                  + " border-area alpha luminance match-source add subtract intersect exclude"
                  + " fill-box stroke-box view-box no-clip border padding content"
                  + " transparent currentcolor accentcolor accentcolortext activetext buttonborder"
                  + " buttonface buttontext canvas canvastext field fieldtext graytext highlight"
                  + " highlighttext linktext mark marktext selecteditem selecteditemtext visitedtext"
                  // The colours of CSS Color Module Level 4, section 6.1.
                  + " aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond"
                  + " blue blueviolet brown burlywood cadetblue chartreuse chocolate coral"
                  + " cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray"
                  + " darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid"
                  + " darkred darksalmon darkseagreen darkslateblue darkslategray darkslategrey"
                  + " darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue"
                  + " firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod"
                  + " gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki"
                  + " lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan"
                  + " lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon"
                  + " lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue"
                  + " lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue"
                  + " mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen"
                  + " mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin"
                  + " navajowhite navy oldlace olive olivedrab orange orangered orchid palegoldenrod"
                  + " palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum"
                  + " powderblue purple rebeccapurple red rosybrown royalblue saddlebrown salmon"
                  + " sandybrown seagreen seashell sienna silver skyblue slateblue slategray"
                  + " slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet"
                  + " wheat white whitesmoke yellow yellowgreen")
              .split(" "));

  private Backgrounds() {}

  static boolean areImages(List<Part> value) {
    return Parts.byCommas(value).stream()
        .allMatch(
            one -> one.size() == 1 && (one.getFirst().isName("none") || isImage(one.getFirst())));
  }

  static boolean isShorthand(List<Part> value) {
    for (var layer : Parts.byCommas(value)) {
      if (layer.isEmpty()
          || !layer.stream().allMatch(Backgrounds::fits)
          || layer.stream().filter(Backgrounds::isImage).count() > 1) {
        return false;
      }
    }
    return true;
  }

  private static boolean isImage(Part part) {
    return part.is(Kind.URL) || (part.is(Kind.FUNCTION) && IMAGES.contains(part.lower()));
  }

  private static boolean fits(Part part) {
    return switch (part.kind()) {
      case NAME -> WORDS.contains(part.lower());
      case FUNCTION -> isImage(part) || OTHER_FUNCTIONS.contains(part.lower());
      case DELIMITER -> part.isDelimiter("/");
      case NUMBER -> true;
      case URL, HASH, PERCENTAGE, DIMENSION, SPACE -> true;
      default -> false;
    };
  }
}
