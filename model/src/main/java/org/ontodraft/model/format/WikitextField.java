package org.ontodraft.model.format;

/**
 * How one field of a document stands in a wikitext page.
 *
 * @param member the member of the document
 * @param property the Semantic MediaWiki property that holds it, as a key: {@code Has_type}
 * @param namespace what an annotation writes before a page's title, or empty
 */
record WikitextField(String member, String property, Kind kind, String namespace) {
  /** What the value is. */
  enum Kind {
    /** Text as it stands. */
    TEXT,
    /** One page, named by its title. */
    KEY,
    /** Pages: one annotation each, or one parameter with commas between the titles. */
    KEYS,
    /** Strings, written like {@link #KEYS}. */
    STRINGS,
    /** Yes or no. */
    FLAG,
    /** Yes for {@code multiple}. */
    CARDINALITY,
    /** A whole number. */
    WHOLE,
    /** A property of a resource, or a name no type knows: text, or a list in annotations. */
    FREE
  }

  static WikitextField free(String member) {
    return new WikitextField(member, member, Kind.FREE, "");
  }

  boolean isList() {
    return kind == Kind.KEYS || kind == Kind.STRINGS;
  }

  /** The name of the parameter: {@code has_type}. */
  String parameter() {
    return Character.toLowerCase(property.charAt(0)) + property.substring(1);
  }

  /** The name of the annotation: {@code Has type}. */
  String annotation() {
    return WikitextFields.title(property);
  }

  /** What a written item says: the key of a page, or the text. */
  String item(String written) {
    if (kind != Kind.KEY && kind != Kind.KEYS) {
      return written;
    }
    boolean prefixed = hasNamespace(written);
    String title = prefixed ? written.substring(namespace.length() + 1).strip() : written;
    return title.replace(' ', '_');
  }

  /** Whether a written item has its namespace before it. */
  boolean hasNamespace(String written) {
    int colon = namespace.length();
    return colon > 0
        && written.length() > colon
        && written.charAt(colon) == ':'
        && written.regionMatches(true, 0, namespace, 0, colon);
  }

  /** How an item is written. */
  String written(String item, boolean withNamespace) {
    if (kind != Kind.KEY && kind != Kind.KEYS) {
      return item;
    }
    String title = WikitextFields.title(item);
    return withNamespace && !namespace.isEmpty() ? namespace + ":" + title : title;
  }
}
