package org.ontodraft.app.ui.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ontodraft.app.task.TaskFailure;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.FxQueue;
import org.ontodraft.app.testing.ManualPause;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.app.testing.RecordingNavigator;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;

/** A small ontology in a workspace, and panels on it, without a toolkit. */
final class EditorFixture implements AutoCloseable {
  final FxQueue fx = new FxQueue();
  final List<TaskFailure> faults = new ArrayList<>();
  final TaskRunner tasks = new TaskRunner(fx, faults::add);
  final ManualPause pause = new ManualPause();
  final RecordingNavigator navigator = new RecordingNavigator();
  final EntityReader reader = new EntityReader();
  final MemoryWorkspace workspace;
  final DraftEdits edits;

  private EditorFixture(MemoryWorkspace workspace) {
    this.workspace = workspace;
    this.edits = new DraftEdits(workspace, tasks, workspace.clock());
  }

  /** People and what they have, with a draft open. */
  static EditorFixture editing() {
    return new EditorFixture(MemoryWorkspace.of(files()).withDraft());
  }

  /** The same without a draft. */
  static EditorFixture reading() {
    return new EditorFixture(MemoryWorkspace.of(files()));
  }

  static EditorFixture editing(Map<String, String> more) {
    Map<String, String> files = files();
    files.putAll(more);
    return new EditorFixture(MemoryWorkspace.of(files).withDraft());
  }

  static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    category(files, "Agent", "'optional_properties':['Has_website','Has_email']");
    category(
        files,
        "Person",
        "'parents':['Agent'],'required_properties':['Has_name'],"
            + "'optional_properties':['Has_birthday','Has_orcid'],'optional_subobjects':['Address']");
    category(files, "Researcher", "'parents':['Person']");
    category(files, "Thing", "'parents':[]");
    property(files, "Has_name", "Text", "single", "");
    property(files, "Has_email", "Email", "multiple", "");
    property(files, "Has_website", "URL", "multiple", "");
    property(files, "Has_birthday", "Date", "single", ",'display_precision':2");
    property(files, "Has_orcid", "External identifier", "single", "");
    property(files, "Has_height", "Number", "single", "");
    property(files, "Is_active", "Boolean", "single", "");
    property(files, "Has_level", "Text", "single", ",'allowed_values':['low','high']");
    put(
        files,
        "subobjects/Address",
        "'label':'Address','description':'Where','required_properties':['Has_street']");
    put(
        files,
        "modules/Core",
        "'version':'1.0.0','label':'Core','description':'c','categories':['Agent','Person']");
    put(
        files,
        "resources/Person/Ann",
        "'label':'Ann','category':'Person','Has_name':'Ann','Has_shoe':7");
    put(
        files,
        "dashboards/Overview",
        "'label':'Overview','description':'d','pages':[{'name':'','wikitext':'Root'},"
            + "{'name':'Setup','wikitext':'One\\r\\nTwo','x':1}]");
    put(files, "templates/Page", "'label':'Page','description':'t','wikitext':'a\\nb'");
    return files;
  }

  private static void category(Map<String, String> files, String key, String more) {
    put(
        files,
        "categories/" + key,
        "'label':'" + key + "','description':'About " + key + "'," + more);
  }

  private static void property(
      Map<String, String> files, String key, String datatype, String cardinality, String more) {
    put(
        files,
        "properties/" + key,
        "'label':'"
            + key.replace('_', ' ')
            + "','description':'About','datatype':'"
            + datatype
            + "','cardinality':'"
            + cardinality
            + "'"
            + more);
  }

  static void put(Map<String, String> files, String path, String members) {
    String id = path.substring(path.indexOf('/') + 1);
    files.put(path + ".json", ("{'id':'" + id + "'," + members + "}\n").replace('\'', '"'));
  }

  /** A panel that has read its entity. */
  EntityViewModel open(String key) {
    EntityViewModel panel = new EntityViewModel(key(key), services(), reader, fx);
    fx.until("read " + key, () -> panel.content().get() != null);
    return panel;
  }

  final List<EntityCreation.Wish> wishes = new ArrayList<>();

  FormServices services() {
    return new FormServices(workspace, edits, tasks, navigator, pause::then, wishes::add);
  }

  static EntityKey key(String key) {
    return EntityKey.parse(key).orElseThrow();
  }

  @SuppressWarnings("unchecked")
  static <F extends FieldViewModel> F field(EntityViewModel panel, String name) {
    return (F) panel.fields().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  /** The entity as the draft has it. */
  EntityDocument document(String key) {
    EntityDocument document = workspace.effective().get().effectiveDocument(key(key));
    if (document == null) {
      throw new AssertionError("no " + key);
    }
    return document;
  }

  String value(String key, String field) {
    return String.valueOf(document(key).get(field));
  }

  /** Waits until every edit is acknowledged and the panels show the newest state. */
  void settle(EntityViewModel... panels) {
    fx.until("edits kept", () -> edits.underWay().get() == 0);
    for (EntityViewModel panel : panels) {
      fx.until(
          "panel shows the newest",
          () -> {
            EntityContent content = panel.content().get();
            return content != null && content.overlay() == workspace.effective().get();
          });
    }
  }

  /** The fields that were edited, in order. */
  List<String> log() {
    return workspace.store().log().stream()
        .map(edit -> edit.kind() + " " + edit.key() + " " + edit.field())
        .toList();
  }

  @Override
  public void close() {
    tasks.close();
  }
}
