package org.ontodraft.app.ui.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** A small research-lab ontology for pictures and view tests: every type, two parents, a cycle. */
public final class SampleFiles {
  private SampleFiles() {}

  /** The files by path. */
  public static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    category(files, "Activity", List.of());
    category(files, "Agent", List.of());
    category(files, "Organization", List.of("Agent"));
    category(files, "Person", List.of("Agent"));
    category(files, "Researcher", List.of("Person"));
    category(files, "Staff", List.of("Person"));
    category(files, "Member", List.of());
    category(files, "Student", List.of("Person", "Member"));
    category(files, "Document", List.of());
    category(files, "Protocol", List.of("Document", "Activity"));
    category(files, "Equipment", List.of());
    category(files, "Funding", List.of());
    category(files, "Location", List.of());
    category(files, "Material", List.of());
    category(files, "Training", List.of("Activity"));
    category(files, "Loop_a", List.of("Loop_b"));
    category(files, "Loop_b", List.of("Loop_a"));
    for (String property :
        List.of(
            "Has_birthday",
            "Has_description",
            "Has_email",
            "Has_first_name",
            "Has_last_name",
            "Has_middle_name",
            "Has_orcid",
            "Has_phone",
            "Has_website")) {
      put(files, "properties", property, property.replace('_', ' '), "\"datatype\": \"Text\"");
    }
    put(files, "subobjects", "Has_access_record", "Access record", "");
    put(files, "subobjects", "Has_training_record", "Training record", "");
    put(files, "modules", "Agents", "Agents", "\"version\": \"1.4.2\"");
    put(files, "modules", "Training", "Training", "\"version\": \"1.1.3\"");
    put(files, "bundles", "Research_lab", "Research lab", "\"version\": \"1.6.0\"");
    put(files, "templates", "Property/Email", "Email", "\"wikitext\": \"{{{value|}}}\"");
    put(files, "dashboards", "Lab_overview", "Lab overview", "\"pages\": []");
    put(files, "resources", "Person/Ada_Lovelace", "Ada Lovelace", "\"category\": \"Person\"");
    put(files, "resources", "Equipment/Fume_hood_2", "Fume hood 2", "\"category\": \"Equipment\"");
    return files;
  }

  private static void category(Map<String, String> files, String key, List<String> parents) {
    StringJoiner list = new StringJoiner("\", \"", "\"parents\": [\"", "\"]");
    parents.forEach(list::add);
    put(files, "categories", key, key, parents.isEmpty() ? "" : list.toString());
  }

  private static void put(
      Map<String, String> files, String folder, String key, String label, String more) {
    files.put(
        folder + "/" + key + ".json",
        "{\n  \"id\": \""
            + key
            + "\",\n  \"label\": \""
            + label
            + "\",\n  \"description\": \"About "
            + label
            + "\""
            + (more.isEmpty() ? "" : ",\n  " + more)
            + "\n}\n");
  }
}
