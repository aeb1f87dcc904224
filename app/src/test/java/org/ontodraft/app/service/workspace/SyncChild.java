package org.ontodraft.app.service.workspace;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.GitCommand;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.OntologyVersion;
import tools.jackson.databind.node.StringNode;

/** Syncs from commit to commit of a line and edits a draft in between, until it is killed. */
final class SyncChild {
  static final EntityKey EDITED = EntityKey.of(EntityType.CATEGORY, "Edited");

  private SyncChild() {}

  /** Arguments: a folder with {@code upstream.git} and {@code home}; the commits of the line. */
  public static void main(String[] arguments) throws InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path folder = Path.of(arguments[0]);
    List<String> line = List.of(arguments).subList(1, arguments.length);
    Path upstream = folder.resolve("upstream.git");
    Workspace workspace =
        new RealServices(folder.resolve("home")).open(new OpenRequest.Folder(upstream));
    DraftSession draft = draft(workspace);
    int at = line.indexOf(workspace.canonical().get().version().commit());
    int edit = editOf(draft);
    out.println("open");
    while (true) {
      at = (at + 1) % line.size();
      GitCommand.in(upstream).run("update-ref", "refs/heads/main", line.get(at));
      SyncState synced = RealServices.done(workspace.refresh(Progress.none()));
      @Nullable OntologyVersion rewritten = synced.awaiting();
      if (rewritten != null) {
        RealServices.done(workspace.follow(rewritten, Progress.none()));
      }
      out.println("synced " + at);
      edit++;
      RealServices.done(draft.setField(EDITED, "label", StringNode.valueOf("edit " + edit)));
      out.println("edit " + edit);
    }
  }

  static DraftSession draft(Workspace workspace) {
    List<Draft> drafts = workspace.drafts().get();
    return RealServices.done(
        drafts.isEmpty()
            ? workspace.startDraft("Edited while upstream moves")
            : workspace.openDraft(drafts.getFirst().id()));
  }

  /** The number of the draft's last edit. */
  static int editOf(DraftSession draft) {
    String label = draft.effective().get().document(EDITED).label().orElse("edit 0");
    return label.startsWith("edit ") ? Integer.parseInt(label.substring("edit ".length())) : 0;
  }
}
