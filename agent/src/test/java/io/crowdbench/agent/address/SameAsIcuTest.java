package io.crowdbench.agent.address;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.Normalizer2;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Names of hosts become the same as with ICU, which browsers use.
class SameAsIcuTest {

  private static final String REFUSED = "refused";

  private static final Normalizer2 characters =
      Normalizer2.getInstance(null, "uts46", Normalizer2.Mode.COMPOSE);

  private static final IDNA names =
      IDNA.getUTS46Instance(
          IDNA.NONTRANSITIONAL_TO_ASCII
              | IDNA.NONTRANSITIONAL_TO_UNICODE
              | IDNA.CHECK_BIDI
              | IDNA.CHECK_CONTEXTJ);

  /// What the URL standard lets pass.
  private static final Set<IDNA.Error> ALLOWED =
      EnumSet.of(
          IDNA.Error.EMPTY_LABEL,
          IDNA.Error.LABEL_TOO_LONG,
          IDNA.Error.DOMAIN_NAME_TOO_LONG,
          IDNA.Error.LEADING_HYPHEN,
          IDNA.Error.TRAILING_HYPHEN,
          IDNA.Error.HYPHEN_3_4);

  /// First and last of characters that names are made of here.
  private static final int[][] SCRIPTS = {
    {'a', 'z'},
    {'0', '9'},
    {'-', '.'},
    {0xad, 0xad},
    {0xc0, 0x17f},
    {0x300, 0x320},
    {0x370, 0x3ff},
    {0x5d0, 0x5ea},
    {0x620, 0x6ff},
    {0x900, 0x97f},
    {0xe00, 0xe7f},
    {0x1100, 0x11ff},
    {0x200c, 0x200d},
    {0x4e00, 0x4fff},
    {0xac00, 0xac40},
    {0x1f600, 0x1f640}
  };

  private final Random random = new Random(16);

  @Test
  void mapsEachCharacterToTheSame() {
    for (int c = 0x80; c <= Character.MAX_CODE_POINT; c++) {
      if (Character.getType(c) != Character.SURROGATE) {
        var icu = characters.normalize(Character.toString(c));

        assertThat(mapped(c)).as("U+%04X", c).isEqualTo(icu.contains("\uFFFD") ? REFUSED : icu);
      }
    }
  }

  private static String mapped(int c) {
    try {
      var out = new StringBuilder();
      DomainCharacters.map(c, out);
      return out.toString();
    } catch (NoAddress e) {
      return REFUSED;
    }
  }

  @Test
  void makesTheSameOfNames() {
    int taken = 0;
    for (int i = 0; i < 200_000; i++) {
      var name = name();
      var own = own(name);

      assertThat(own).as(name).isEqualTo(icu(name));
      taken += own.equals(REFUSED) ? 0 : 1;
    }
    assertThat(taken).isGreaterThan(50_000);
  }

  /// Of two scripts mostly, since nearly all that mix more are refused; never in ASCII as a whole.
  private String name() {
    var one = SCRIPTS[random.nextInt(SCRIPTS.length)];
    var other = SCRIPTS[random.nextInt(SCRIPTS.length)];
    var name = new StringBuilder();
    int length = 1 + random.nextInt(6);
    for (int i = 0; i < length; i++) {
      var any = SCRIPTS[random.nextInt(SCRIPTS.length)];
      var from = random.nextInt(5) == 0 ? any : random.nextBoolean() ? one : other;
      name.appendCodePoint(random.nextInt(from[0], from[1] + 1));
    }
    return name.append(".ü").toString();
  }

  @Test
  void readsTheSamePunycode() {
    for (int i = 0; i < 50_000; i++) {
      var code = new StringBuilder("xn--");
      int length = random.nextInt(9);
      for (int k = 0; k < length; k++) {
        code.append("abcdefghijklmnopqrstuvwxyz0123456789-".charAt(random.nextInt(37)));
      }
      var name = code + ".ü";

      assertThat(own(name)).as(name).isEqualTo(icu(name));
    }
  }

  private static String own(String name) {
    try {
      return DomainNames.ascii(name);
    } catch (NoAddress e) {
      return REFUSED;
    }
  }

  private static String icu(String name) {
    var told = new IDNA.Info();
    var ascii = names.nameToASCII(name, new StringBuilder(), told).toString();
    return ALLOWED.containsAll(told.getErrors()) ? ascii : REFUSED;
  }
}
