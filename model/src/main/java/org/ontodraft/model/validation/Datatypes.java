package org.ontodraft.model.validation;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.pattern.LinearPattern;

/**
 * What values of Semantic MediaWiki's datatypes look like. Lenient where the wiki is: this says no
 * only to what no wiki takes.
 */
final class Datatypes {
  private static final String NUMBER =
      "[+-]?(?:[0-9][0-9, ]*(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?";

  private static final Set<String> TRUTHS =
      Set.of("true", "false", "yes", "no", "t", "f", "y", "n", "1", "0");

  private static final Map<String, LinearPattern> FORMS =
      Map.ofEntries(
          form("Annotation URI", "[A-Za-z][A-Za-z0-9+.-]*:\\S+"),
          form("URL", "[A-Za-z][A-Za-z0-9+.-]*:\\S+"),
          form("Date", "(?s).*[0-9].*"),
          form("Email", "(?:mailto:)?[^\\s@<>]+@[^\\s@<>]+"),
          form("Geographic coordinates", "(?s)[^0-9]{0,3}[0-9].*[,;\\sNSns°].*[0-9].*"),
          form("Monolingual text", "(?s).+@[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*"),
          form("Number", NUMBER),
          form("Page", "[^\\[\\]{}|<>\\n#][^\\[\\]{}|<>\\n]*"),
          form("Quantity", "(?:[^0-9.+-]{1,5}\\s*)?" + NUMBER + "(?:\\s*[^0-9\\s].*)?"),
          form(
              "Telephone number",
              "(?:tel:)?\\+?[0-9()\\[\\]./ -]{2,}(?:\\s*(?:x|ext\\.?|;ext=)\\s*[0-9]+)?"),
          form("Temperature", NUMBER + "\\s*(?:[^0-9\\s].*)?"));

  private Datatypes() {}

  private static Map.Entry<String, LinearPattern> form(String datatype, String regex) {
    return Map.entry(datatype, LinearPattern.of("^(?:" + regex + ")$"));
  }

  /** Whether Semantic MediaWiki has this datatype. */
  static boolean isKnown(String datatype) {
    return EntityFields.DATATYPES.contains(datatype);
  }

  /** Whether a value may be one of a datatype; anything may be one of an unknown datatype. */
  static boolean accepts(String datatype, String value) {
    if (datatype.equals("Boolean")) {
      return TRUTHS.contains(value.strip().toLowerCase(Locale.ROOT));
    }
    LinearPattern form = FORMS.get(datatype);
    return form == null || form.isIn(value.strip());
  }
}
