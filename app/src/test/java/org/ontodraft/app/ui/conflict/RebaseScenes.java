package org.ontodraft.app.ui.conflict;

import java.util.Map;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.model.entity.EntityKey;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** Drafts that upstream overtakes. */
final class RebaseScenes {
  private static final String PERSON =
      """
      {
        "id": "Person",
        "label": "Person",
        "description": "A human person involved in research activities",
        "parents": ["Agent"],
        "optional_properties": ["Has_birthday", "Has_middle_name"]
      }
      """;
  private static final String ORCID =
      """
      {
        "id": "Has_orcid",
        "label": "ORCID",
        "description": "The ORCID",
        "datatype": "Text",
        "cardinality": "single"
      }
      """;

  private RebaseScenes() {}

  /** A repository with a draft that changes a description, a set and a datatype. */
  static MemoryWorkspace draft() {
    MemoryWorkspace workspace =
        MemoryWorkspace.of(
            Map.of(
                "categories/Agent.json",
                "{\n  \"id\": \"Agent\",\n  \"label\": \"Agent\"\n}\n",
                "categories/Person.json",
                PERSON,
                "properties/Has_orcid.json",
                ORCID,
                "properties/Has_birthday.json",
                property("Has_birthday"),
                "properties/Has_middle_name.json",
                property("Has_middle_name"),
                "properties/Has_pronouns.json",
                property("Has_pronouns")));
    workspace.withDraft();
    set(workspace, "category:Person", "description", "A human person involved in teaching");
    workspace
        .session()
        .setField(
            key("category:Person"),
            "optional_properties",
            JsonNodeFactory.instance.arrayNode().add("Has_middle_name").add("Has_orcid"));
    set(workspace, "property:Has_orcid", "datatype", "External identifier");
    return workspace;
  }

  private static String property(String id) {
    return "{\n  \"id\": \"%s\",\n  \"label\": \"%s\",\n  \"datatype\": \"Text\"\n}\n"
        .formatted(id, id);
  }

  /** Upstream changes what the draft leaves alone, and the same set elsewhere. */
  static void overtakeCleanly(MemoryWorkspace workspace) {
    workspace.commitUpstream(
        Map.of(
            "categories/Person.json",
            PERSON.replace("\"Has_middle_name\"", "\"Has_middle_name\", \"Has_pronouns\""),
            "properties/Has_orcid.json",
            ORCID.replace("\"label\": \"ORCID\"", "\"label\": \"ORCID iD\"")));
    workspace.refresh(Progress.none());
  }

  /** Upstream changes the same datatype and description to something else. */
  static void overtakeWithConflicts(MemoryWorkspace workspace) {
    workspace.commitUpstream(
        Map.of(
            "categories/Person.json",
            PERSON
                .replace("A human person involved", "A person involved")
                .replace("\"Has_middle_name\"", "\"Has_middle_name\", \"Has_pronouns\""),
            "properties/Has_orcid.json",
            ORCID.replace("\"datatype\": \"Text\"", "\"datatype\": \"URL\"")));
    workspace.refresh(Progress.none());
  }

  static void set(MemoryWorkspace workspace, String key, String field, String value) {
    workspace.session().setField(key(key), field, StringNode.valueOf(value));
  }

  static EntityKey key(String text) {
    return EntityKey.parse(text).orElseThrow();
  }
}
