package org.ontodraft.app.git;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Makes commits without a working tree. */
final class CommitWriter {
  private CommitWriter() {}

  static CommitOutcome write(Repository repository, ObjectReader reader, CommitRequest request)
      throws IOException {
    Path packs = repository.getDirectory().toPath().resolve("objects").resolve("pack");
    Set<Path> before = list(packs);
    CommitOutcome outcome = insert(repository, reader, request);
    for (Path file : list(packs)) {
      if (!before.contains(file)) {
        force(file);
      }
    }
    return outcome;
  }

  private static Set<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.collect(Collectors.toSet());
    }
  }

  /** JGit leaves a pack of inserted objects to the operating system's buffers. */
  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static CommitOutcome insert(
      Repository repository, ObjectReader reader, CommitRequest request) throws IOException {
    RevWalk walk = new RevWalk(reader);
    RevCommit base = walk.parseCommit(ObjectId.fromString(request.base()));
    List<RevCommit> parents = new ArrayList<>();
    for (String parent : request.parents()) {
      parents.add(walk.parseCommit(ObjectId.fromString(parent)));
    }
    try (ObjectInserter inserter = inserter(repository)) {
      TreeRewrite.Result result =
          new TreeRewrite(reader, inserter, request.contents()).rewrite(base.getTree());
      return switch (result) {
        case TreeRewrite.Result.Refused refused ->
            new CommitOutcome.PathRefused(refused.path(), refused.existing());
        case TreeRewrite.Result.Written written -> {
          ObjectId tree =
              written.tree().isPresent()
                  ? written.tree().get()
                  : inserter.insert(new TreeFormatter());
          yield tree.equals(parents.getFirst().getTree())
              ? new CommitOutcome.Unchanged()
              : new CommitOutcome.Committed(commit(inserter, tree, parents, request).name());
        }
      };
    }
  }

  /** One pack for the whole commit: a thousand files would be a thousand syncs of the disk. */
  private static ObjectInserter inserter(Repository repository) {
    return repository.getObjectDatabase() instanceof ObjectDirectory files
        ? files.newPackInserter()
        : repository.newObjectInserter();
  }

  private static ObjectId commit(
      ObjectInserter inserter, ObjectId tree, List<RevCommit> parents, CommitRequest request)
      throws IOException {
    PersonIdent author =
        new PersonIdent(
            request.author().name(), request.author().email(), request.date(), ZoneOffset.UTC);
    CommitBuilder builder = new CommitBuilder();
    builder.setTreeId(tree);
    builder.setParentIds(parents);
    builder.setAuthor(author);
    builder.setCommitter(author);
    builder.setEncoding(StandardCharsets.UTF_8);
    builder.setMessage(request.message().stripTrailing() + "\n");
    ObjectId commit = inserter.insert(Constants.OBJ_COMMIT, builder.build());
    inserter.flush();
    return commit;
  }
}
