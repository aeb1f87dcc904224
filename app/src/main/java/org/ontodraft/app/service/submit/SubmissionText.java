package org.ontodraft.app.service.submit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ontodraft.model.diff.EntityDiff;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.impact.SemverLevel;
import org.ontodraft.model.impact.VersionBump;
import org.ontodraft.model.validation.Finding;

/**
 * The title and description a submit suggests. They go to the repository's people, so they are in
 * English like the rest of its history, whatever language the window has.
 */
final class SubmissionText {
  /** The longest title that is shown whole in a list of pull requests. */
  private static final int TITLE_LENGTH = 72;

  /** More findings are counted. */
  private static final int MOST_FINDINGS = 20;

  private static final Pattern PLACE = Pattern.compile("\\{(?:summary|changes|impact|findings)\\}");

  private static final String UNTITLED = "Draft";

  private SubmissionText() {}

  /** The draft's own title, or what it does in a few words. */
  static String title(Draft draft, DraftOverlay overlay) {
    String own = draft.title().strip();
    if (!own.isEmpty() && !own.startsWith(UNTITLED)) {
      return own;
    }
    List<DraftChange> changes = overlay.changes();
    if (changes.size() == 1) {
      DraftChange only = changes.getFirst();
      return verb(only) + " " + only.key().type().id() + " " + only.key().key();
    }
    String names = "Change " + named(changes, changes.size());
    for (int shown = changes.size() - 1; names.length() > TITLE_LENGTH && shown > 0; shown--) {
      names = "Change " + named(changes, shown) + " and " + (changes.size() - shown) + " more";
    }
    return names.length() > TITLE_LENGTH ? "Change " + changes.size() + " entities" : names;
  }

  private static String named(List<DraftChange> changes, int count) {
    return changes.stream()
        .limit(count)
        .map(change -> change.key().key())
        .collect(Collectors.joining(", "));
  }

  private static String verb(DraftChange change) {
    return switch (change) {
      case DraftChange.Create create -> "Add";
      case DraftChange.Update update -> "Update";
      case DraftChange.Delete delete -> "Delete";
    };
  }

  /** What a template makes of a draft. One without places has the changes below it. */
  static String body(
      DescriptionTemplate template,
      Draft draft,
      DraftOverlay overlay,
      SemverLevel level,
      List<VersionBump> bumps,
      List<Finding> findings) {
    String text =
        template.hasPlaces()
            ? template.text()
            : template.text().stripTrailing() + "\n\n" + DescriptionTemplate.BUILT_IN.text();
    String summary = draft.description().isBlank() ? summary(overlay) : draft.description().strip();
    // All at once, so that braces in what is put in stay what they are.
    return PLACE
            .matcher(text)
            .replaceAll(place ->
                Matcher.quoteReplacement(
                    switch (place.group()) {
                      case DescriptionTemplate.SUMMARY -> summary;
                      case DescriptionTemplate.CHANGES -> String.join("\n", changes(overlay));
                      case DescriptionTemplate.IMPACT -> String.join("\n", impact(level, bumps));
                      default -> String.join("\n", findings(findings));
                    }))
            .replaceAll("\n{3,}", "\n\n")
            .strip()
        + "\n";
  }

  /** One line for every entity, by type, saying which fields change. */
  private static List<String> changes(DraftOverlay overlay) {
    List<String> lines = new ArrayList<>(counts(overlay));
    for (EntityType type : EntityType.values()) {
      List<DraftChange> ofType =
          overlay.changes().stream().filter(change -> change.key().type() == type).toList();
      if (!ofType.isEmpty()) {
        lines.add("");
        lines.add("### " + heading(type));
        ofType.forEach(change -> lines.add("- " + sentence(overlay, change)));
      }
    }
    return lines;
  }

  private static List<String> findings(List<Finding> findings) {
    if (findings.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(List.of("## Findings", ""));
    findings.stream()
        .limit(MOST_FINDINGS)
        .forEach(one ->
            lines.add(
                "- "
                    + one.severity().name().toLowerCase(Locale.ROOT)
                    + ": `"
                    + one.key()
                    + "` "
                    + one.rule()
                    + (one.arguments().isEmpty()
                        ? ""
                        : " (" + String.join(", ", one.arguments()) + ")")));
    if (findings.size() > MOST_FINDINGS) {
      lines.add("- and " + (findings.size() - MOST_FINDINGS) + " more");
    }
    return lines;
  }

  /** How many entities of each type are added, updated and deleted. */
  private static List<String> counts(DraftOverlay overlay) {
    List<String> lines = new ArrayList<>();
    lines.add("| Type | Added | Updated | Deleted |");
    lines.add("| --- | ---: | ---: | ---: |");
    for (EntityType type : EntityType.values()) {
      List<DraftChange> ofType =
          overlay.changes().stream().filter(change -> change.key().type() == type).toList();
      if (!ofType.isEmpty()) {
        lines.add(
            "| "
                + heading(type)
                + " | "
                + count(ofType, DraftChange.Create.class)
                + " | "
                + count(ofType, DraftChange.Update.class)
                + " | "
                + count(ofType, DraftChange.Delete.class)
                + " |");
      }
    }
    return lines;
  }

  private static long count(List<DraftChange> changes, Class<? extends DraftChange> kind) {
    return changes.stream().filter(kind::isInstance).count();
  }

  /** What it means for who uses the ontology, and the versions that say so. */
  private static List<String> impact(SemverLevel level, List<VersionBump> bumps) {
    List<String> lines = new ArrayList<>();
    lines.add("Semantic version: " + level.name().toLowerCase(Locale.ROOT) + ".");
    if (!bumps.isEmpty()) {
      lines.add("");
      lines.add("| Version of | Now | Then | Impact |");
      lines.add("| --- | --- | --- | --- |");
      for (VersionBump bump : bumps) {
        lines.add(
            "| `"
                + bump.owner().key()
                + "` | "
                + bump.now()
                + " | "
                + bump.then()
                + " | "
                + bump.level().name().toLowerCase(Locale.ROOT)
                + " |");
      }
    }
    return lines;
  }

  private static String summary(DraftOverlay overlay) {
    long added = overlay.changes().stream().filter(DraftChange.Create.class::isInstance).count();
    long deleted = overlay.changes().stream().filter(DraftChange.Delete.class::isInstance).count();
    long updated = overlay.changes().size() - added - deleted;
    return added + " added, " + updated + " updated, " + deleted + " deleted.";
  }

  private static String heading(EntityType type) {
    return Character.toUpperCase(type.folder().charAt(0)) + type.folder().substring(1);
  }

  private static String sentence(DraftOverlay overlay, DraftChange change) {
    EntityKey key = change.key();
    return switch (change) {
      case DraftChange.Create create -> "add `" + key.key() + "`";
      case DraftChange.Delete delete -> "delete `" + key.key() + "`";
      case DraftChange.Update update ->
          "update `"
              + key.key()
              + "`: "
              + EntityDiff.between(
                      key.type(), overlay.baseDocument(key), overlay.effectiveDocument(key))
                  .stream()
                  .filter(row -> row.kind() != FieldChange.Kind.UNCHANGED)
                  .map(row -> "`" + row.field().name() + "`" + items(row))
                  .collect(Collectors.joining(", "));
    };
  }

  private static String items(FieldChange row) {
    if (!(row.detail() instanceof FieldChange.Detail.Items items)) {
      return "";
    }
    String changed =
        items.items().stream()
            .filter(item -> item.side() != FieldChange.Side.BOTH)
            .map(item -> (item.side() == FieldChange.Side.MINE_ONLY ? "+" : "-") + item.text())
            .collect(Collectors.joining(", "));
    return changed.isEmpty() ? "" : " (" + changed + ")";
  }
}
