package org.ontodraft.model.exchange;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which members an object of the file has. */
record FileShape(List<String> required, List<String> optional) {
  FileShape {
    required = List.copyOf(required);
    optional = List.copyOf(optional);
  }

  static FileShape of(String... required) {
    return new FileShape(List.of(required), List.of());
  }

  FileShape orWith(String... further) {
    return new FileShape(required, List.of(further));
  }

  Set<String> names() {
    Set<String> names = new LinkedHashSet<>(required);
    names.addAll(optional);
    return names;
  }
}
