package org.ontodraft.app.ui.common;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ontodraft.app.service.radar.Encounter;
import org.ontodraft.app.service.radar.Toucher;
import org.ontodraft.model.overlap.Touch;

/** What is said of others who change the same as the open draft. */
public final class EncounterTexts {
  private final Texts texts;

  /** In the language of these texts. */
  public EncounterTexts(Texts texts) {
    this.texts = texts;
  }

  /** Who it is, to be read on its own line. */
  public String name(Toucher by) {
    return switch (by) {
      case Toucher.OtherDraft(var id, String title) -> texts.get("editor.met.draft", title);
      case Toucher.OpenPullRequest(int number, String title, String author, var page) ->
          texts.get("editor.met.pull-request", String.valueOf(number), title, author);
    };
  }

  /** What both change. */
  public String shared(Encounter encounter) {
    Touch shared = encounter.overlap().shared();
    return shared.whole()
        ? texts.get("editor.met.whole")
        : texts.get("editor.met.fields", fields(shared.fields()));
  }

  /** The names of fields as forms have them. */
  public String fields(Set<String> names) {
    return names.stream()
        .sorted()
        .map(field -> texts.find("field." + field).orElse(field))
        .collect(Collectors.joining(", "));
  }

  /** What stands below a field that others change too. */
  public String ofField(List<Encounter> met) {
    String first = name(met.getFirst().by());
    return met.size() == 1
        ? texts.get("editor.met.field", first)
        : texts.get("editor.met.field.more", first, met.size() - 1);
  }
}
