package org.ontodraft.app.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.testing.RealServices.done;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.secret.MemorySecretStore;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.submit.SubmitOutcome;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A draft that names a category of a repository at a forge on this computer, with every part real.
 * When it is closed, the token must be nowhere and no request outside the forge's description.
 */
public final class SentDraft implements AutoCloseable {
  /** The repository at the forge. */
  public static final String NAME = "acme/ontology";

  /** The token of the draft's author. */
  public static final String TOKEN = "canary-0123456789";

  private static final EntityKey A = EntityKey.of(EntityType.CATEGORY, "A");

  private final Path folder;
  private final GitHistory upstream;
  private final ForgeServer server;
  private RealServices parts;
  private Workspace workspace;
  private DraftSession draft;

  /** The draft, with an edit and not sent yet. */
  public SentDraft(Path folder, ForgeKind kind) {
    this.folder = folder;
    upstream = GitHistory.bare(folder.resolve("forge/acme/ontology.git"));
    upstream
        .file("categories/A.json", "{\n  \"id\": \"A\",\n  \"label\": \"A\"\n}\n")
        .commit("one");
    server = ForgeServer.serving(folder.resolve("forge"), kind).requireToken(TOKEN);
    parts = new RealServices(folder.resolve("home")).withForge(server, TOKEN);
    workspace = parts.open(new OpenRequest.Address(server.cloneAddress(NAME)));
    draft = done(workspace.startDraft("Name A"));
    set("label", "Alpha");
  }

  /** Ends the program and starts it again, with the same draft open. */
  public void restart() {
    restart(Duration.ofMinutes(2));
  }

  /**
   * The same in a hurry.
   *
   * @param pace how often pull requests are asked about, and what waits is tried again
   */
  public void restart(Duration pace) {
    UUID id = draft.id();
    workspace.close();
    parts.close();
    parts =
        new RealServices(folder.resolve("home"), new MemorySecretStore(), pace)
            .withForge(server, TOKEN);
    workspace = parts.open(new OpenRequest.Address(server.cloneAddress(NAME)));
    draft = done(workspace.openDraft(id));
  }

  /** One more edit. */
  public void set(String field, String value) {
    done(draft.setField(A, field, JsonNodeFactory.instance.stringNode(value)));
  }

  /** Tries to send it. */
  public SubmitOutcome submit() {
    return workspace
        .submits()
        .submit(draft, "Name A", "It has a name.", false, step -> {}, Progress.none());
  }

  /** Sends it, which must work. */
  public Submission send() {
    SubmitOutcome outcome = submit();
    assertThat(outcome).isInstanceOf(SubmitOutcome.Sent.class);
    return ((SubmitOutcome.Sent) outcome).submission();
  }

  /** The workspace it is in. */
  public Workspace workspace() {
    return workspace;
  }

  /** The draft. */
  public DraftSession session() {
    return draft;
  }

  public ForgeServer server() {
    return server;
  }

  public RealServices parts() {
    return parts;
  }

  /** What the bare repository at the forge holds. */
  public GitHistory upstream() {
    return upstream;
  }

  /** The bare repository at the forge. */
  public Path repository() {
    return upstream.folder();
  }

  @Override
  public void close() {
    workspace.close();
    parts.close();
    server.close();
    upstream.close();
    assertThat(server.violations()).isEmpty();
    assertThat(server.requests()).noneMatch(request -> request.contains(TOKEN));
    Canary.isNowhereBelow(folder, TOKEN);
  }
}
