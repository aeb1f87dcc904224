package org.ontodraft.app.service.store;

import static org.ontodraft.app.testing.RealServices.done;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.draft.StaleEdit;
import org.ontodraft.app.service.store.SharedDatabase.Tls;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.model.draft.DraftToken;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.node.StringNode;

/** A curator in a process of its own, who edits a shared and an own draft until time is up. */
final class CuratorChild {
  private static final List<String> FIELDS = List.of("label", "description");
  private static final int SHARED_OF_TEN = 6;
  private static final int PAUSE_MILLISECONDS = 12;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final String person;
  private final Random random;
  private int kept;
  private int asked;
  private int mine;
  private int theirs;

  /** Edits that are in no log, as the curator decided about them. */
  private final Set<UUID> overtaken = new HashSet<>();

  /** Edits of which the curator was told at once that the other one came before. */
  private int overtakenAtOnce;

  /** Decisions for one's own value that the other one came before. */
  private int overtakenAgain;

  private CuratorChild(String person, long seed) {
    this.person = person;
    this.random = new Random(seed);
  }

  /** Folder, upstream, person, port, workspace, token or {@code -}, seconds and seed. */
  public static void main(String[] arguments) throws InterruptedException {
    CuratorChild curator = new CuratorChild(arguments[2], Long.parseLong(arguments[7]));
    RealServices parts = new RealServices(Path.of(arguments[0]));
    SharedDatabase database =
        new SharedDatabase(
            "127.0.0.1", Integer.parseInt(arguments[3]), "plants", arguments[2], Tls.DISABLE, null);
    parts.services().passwords().keep(database, Secret.of("pw-" + arguments[2]), true);
    parts
        .services()
        .settings()
        .update(now -> {
          Map<String, SharedDatabase> all = new HashMap<>(now.databases());
          all.put(arguments[4], database);
          return now.withDatabases(all);
        });
    try (Workspace workspace = parts.open(new OpenRequest.Folder(Path.of(arguments[1])))) {
      curator.work(workspace, arguments[5], Duration.ofSeconds(Long.parseLong(arguments[6])));
    }
    parts.close();
    curator.out.println("closed");
  }

  private void work(Workspace workspace, String token, Duration length)
      throws InterruptedException {
    DraftSession own = done(workspace.startDraft(person + " alone"));
    out.println("own " + own.id());
    DraftSession open =
        token.equals("-")
            ? done(workspace.startDraft("shared"))
            : done(workspace.openShared(new DraftToken(token)));
    if (token.equals("-")) {
      out.println(
          "token " + workspace.sharing().orElseThrow().share(open.id(), null).orElseThrow().text());
      out.println("shared " + open.id());
    }
    var shared = open.id();
    Instant end = Instant.now().plus(length);
    while (Instant.now().isBefore(end)) {
      boolean wantsShared = random.nextInt(10) < SHARED_OF_TEN;
      if (open.stale().get().isEmpty()
          && open.waiting().get().isEmpty()
          && wantsShared != open.id().equals(shared)
          && workspace.openDraft(wantsShared ? shared : own.id())
              instanceof Outcome.Done<DraftSession>(DraftSession other)) {
        open = other;
      }
      edit(open);
      Thread.sleep(random.nextInt(PAUSE_MILLISECONDS));
    }
    Instant patience = Instant.now().plusSeconds(60);
    while (!(open.waiting().get().isEmpty() && open.stale().get().isEmpty())
        && Instant.now().isBefore(patience)) {
      decide(open);
      Thread.sleep(100);
    }
    out.println(
        "summary kept "
            + kept
            + " asked "
            + asked
            + " mine "
            + mine
            + " theirs "
            + theirs
            + " overtaken "
            + overtaken.size()
            + " at-once "
            + overtakenAtOnce
            + " again "
            + overtakenAgain
            + " open "
            + (open.waiting().get().size() + open.stale().get().size()));
  }

  private void edit(DraftSession session) {
    decide(session);
    EntityKey key = EntityKey.of(EntityType.CATEGORY, "C" + random.nextInt(3));
    String field = FIELDS.get(random.nextInt(FIELDS.size()));
    String value = person + " " + kept + " " + asked + " " + random.nextInt();
    switch (session.setField(key, field, StringNode.valueOf(value))) {
      case Outcome.Done<?> done -> kept++;
      case Outcome.Refused<?> refused -> overtakenAtOnce++;
    }
  }

  private void decide(DraftSession session) {
    for (StaleEdit stale : session.stale().get()) {
      asked++;
      out.println(
          "asked "
              + stale.key()
              + " "
              + stale.field()
              + " | "
              + stale.myValue()
              + " | "
              + stale.theirValue());
      if (random.nextBoolean()) {
        if (session.keepMine(stale) instanceof Outcome.Done<?>) {
          mine++;
          stale.steps().forEach(step -> overtaken.add(step.id()));
        } else {
          overtakenAgain++;
        }
      } else {
        session.takeTheirs(stale);
        theirs++;
        stale.steps().forEach(step -> overtaken.add(step.id()));
      }
    }
  }
}
