package org.ontodraft.app.ui.common;

import java.util.List;
import java.util.Optional;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.patch.JsonPatch;
import tools.jackson.databind.JsonNode;

/** The words for steps of a draft. Immutable. */
public record StepTexts(Texts texts) {
  /** What a step did. */
  public String of(DraftStep step) {
    Optional<DraftIntent.Rename> rename =
        step.intents().stream()
            .filter(DraftIntent.Rename.class::isInstance)
            .map(DraftIntent.Rename.class::cast)
            .findFirst();
    if (rename.isPresent()) {
      return texts.get("workbench.step.rename", rename.get().from().key(), rename.get().to().key());
    }
    String first = of(step.edits().getFirst());
    int others = step.edits().size() - 1;
    return others == 0 ? first : texts.get("workbench.step", first, others);
  }

  private String of(DraftEdit edit) {
    String key = edit.key().key();
    if (isNothing(edit.inverse())) {
      return texts.get("workbench.step.created", key, texts.type(edit.key().type()));
    }
    if (isNothing(edit.forward())) {
      return texts.get("workbench.step.deleted", key, texts.type(edit.key().type()));
    }
    List<String> fields = List.copyOf(edit.forward().fields());
    if (edit.field().isEmpty() && fields.isEmpty()) {
      return texts.get("workbench.step.whole", key, texts.type(edit.key().type()));
    }
    if (edit.field().isEmpty() && fields.size() != 1) {
      return fields.size() == 2
          ? texts.get("workbench.step.two", name(fields.getFirst()), name(fields.getLast()), key)
          : texts.get("workbench.step.several", fields.size(), key);
    }
    String field = name(edit.field().isEmpty() ? fields.getFirst() : edit.field());
    return item(edit, "add")
        .map(item -> texts.get("workbench.step.gained", item, field, key))
        .or(() ->
            item(edit, "remove").map(item -> texts.get("workbench.step.lost", item, field, key)))
        .orElseGet(() -> texts.get("workbench.step." + kind(edit.forward()), field, key));
  }

  /** Whether a patch leaves no document. */
  private static boolean isNothing(JsonPatch patch) {
    JsonNode operations = patch.toTree();
    return operations.size() == 1
        && operations.path(0).path("path").asString("-").isEmpty()
        && operations.path(0).path("value").isNull();
  }

  /** What became of the one field: set where it was not, removed, or else changed. */
  private static String kind(JsonPatch patch) {
    JsonNode operations = patch.toTree();
    JsonNode only = operations.path(0);
    boolean whole = operations.size() == 1 && only.path("path").asString("").lastIndexOf('/') == 0;
    return switch (whole ? only.path("op").asString("") : "") {
      case "add" -> "set";
      case "remove" -> "removed";
      default -> "changed";
    };
  }

  /** The one text that a list gained or lost, if that is all the edit does. */
  private static Optional<String> item(DraftEdit edit, String operation) {
    JsonNode forward = edit.forward().toTree();
    JsonNode only = forward.path(0);
    String path = only.path("path").asString("");
    if (forward.size() != 1
        || !only.path("op").asString("").equals(operation)
        || !path.matches("/[^/]+/(\\d+|-)")) {
      return Optional.empty();
    }
    JsonNode patch = operation.equals("add") ? forward : edit.inverse().toTree();
    JsonNode value = patch.path(0).path("value");
    return value.isString() ? Optional.of(value.asString()) : Optional.empty();
  }

  private String name(String field) {
    return texts.find("field." + field).orElse(field);
  }
}
