package org.ontodraft.model.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.diff.FieldChange.Detail;
import org.ontodraft.model.diff.FieldChange.Page;
import tools.jackson.databind.JsonNode;

/** Compares a dashboard's pages by name. */
final class PageDiff {
  private PageDiff() {}

  private record NamedText(String name, String wikitext) {}

  /** The pages, or nothing when a side is not a list of pages with a name and a text only. */
  static Optional<Detail> between(@Nullable JsonNode base, @Nullable JsonNode mine) {
    Optional<List<NamedText>> before = pages(base);
    Optional<List<NamedText>> after = pages(mine);
    return before.flatMap(left -> after.map(right -> compare(left, right)));
  }

  private static Detail.Pages compare(List<NamedText> before, List<NamedText> after) {
    List<Place> places =
        Place.align(
            before.stream().map(NamedText::name).toList(),
            after.stream().map(NamedText::name).toList());
    return new Detail.Pages(
        places.stream()
            .map(place ->
                switch (place) {
                  case Place.Kept(int was, int is) -> page(place, before.get(was), after.get(is));
                  case Place.Moved(int was, int is) -> page(place, before.get(was), after.get(is));
                  case Place.Removed(int was) -> page(place, before.get(was), null);
                  case Place.Added(int is) -> page(place, null, after.get(is));
                })
            .toList());
  }

  private static Page page(Place place, @Nullable NamedText before, @Nullable NamedText after) {
    String was = before == null ? "" : before.wikitext();
    String is = after == null ? "" : after.wikitext();
    String name = after != null ? after.name() : before != null ? before.name() : "";
    return new Page(name, place, TextDiff.lines(was, is));
  }

  private static Optional<List<NamedText>> pages(@Nullable JsonNode value) {
    List<NamedText> pages = new ArrayList<>();
    if (value == null) {
      return Optional.of(pages);
    }
    if (!value.isArray()) {
      return Optional.empty();
    }
    for (JsonNode page : value) {
      boolean plain =
          page.isObject()
              && page.size() == 2
              && page.path("name").isString()
              && page.path("wikitext").isString();
      if (!plain) {
        return Optional.empty();
      }
      pages.add(
          new NamedText(page.path("name").stringValue(), page.path("wikitext").stringValue()));
    }
    return Optional.of(pages);
  }
}
