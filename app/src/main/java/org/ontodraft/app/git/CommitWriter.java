package org.ontodraft.app.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
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
    RevCommit parent = new RevWalk(reader).parseCommit(ObjectId.fromString(request.parent()));
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      TreeRewrite.Result result =
          new TreeRewrite(reader, inserter, request.files()).rewrite(parent.getTree());
      return switch (result) {
        case TreeRewrite.Result.Refused refused ->
            new CommitOutcome.PathRefused(refused.path(), refused.existing());
        case TreeRewrite.Result.Written written -> {
          ObjectId tree =
              written.tree().isPresent()
                  ? written.tree().get()
                  : inserter.insert(new TreeFormatter());
          yield tree.equals(parent.getTree())
              ? new CommitOutcome.Unchanged()
              : new CommitOutcome.Committed(commit(inserter, tree, parent, request).name());
        }
      };
    }
  }

  private static ObjectId commit(
      ObjectInserter inserter, ObjectId tree, ObjectId parent, CommitRequest request)
      throws IOException {
    PersonIdent author =
        new PersonIdent(
            request.author().name(), request.author().email(), request.date(), ZoneOffset.UTC);
    CommitBuilder builder = new CommitBuilder();
    builder.setTreeId(tree);
    builder.setParentId(parent);
    builder.setAuthor(author);
    builder.setCommitter(author);
    builder.setEncoding(StandardCharsets.UTF_8);
    builder.setMessage(request.message().stripTrailing() + "\n");
    ObjectId commit = inserter.insert(Constants.OBJ_COMMIT, builder.build());
    inserter.flush();
    return commit;
  }
}
