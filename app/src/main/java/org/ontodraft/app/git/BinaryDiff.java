package org.ontodraft.app.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffEntry.ChangeType;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.patch.FileHeader.PatchType;
import org.eclipse.jgit.util.io.BinaryHunkOutputStream;
import org.jspecify.annotations.Nullable;

/** Differences as {@code git diff --binary --full-index} writes them, images among them. */
final class BinaryDiff extends DiffFormatter {
  private final OutputStream out;
  private final ObjectReader reader;

  BinaryDiff(OutputStream out, ObjectReader reader) {
    super(out);
    this.out = out;
    this.reader = reader;
  }

  @Override
  public void format(DiffEntry entry) throws IOException {
    if (toFileHeader(entry).getPatchType() == PatchType.UNIFIED) {
      super.format(entry);
      return;
    }
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    ChangeType change = entry.getChangeType();
    formatGitDiffFirstHeaderLine(head, change, entry.getOldPath(), entry.getNewPath());
    if (change == ChangeType.ADD) {
      writeMode(head, "new file mode ", entry.getNewMode());
    } else if (change == ChangeType.DELETE) {
      writeMode(head, "deleted file mode ", entry.getOldMode());
    }
    formatIndexLine(head, entry);
    head.writeTo(out);
    writeText("GIT binary patch\n");
    writeLiteral(change == ChangeType.DELETE ? null : entry.getNewId().toObjectId());
    writeLiteral(change == ChangeType.ADD ? null : entry.getOldId().toObjectId());
  }

  private static void writeMode(OutputStream head, String words, FileMode mode) throws IOException {
    head.write(words.getBytes(StandardCharsets.US_ASCII));
    mode.copyTo(head);
    head.write('\n');
  }

  /** The whole content; nothing for a side that has no file. */
  private void writeLiteral(@Nullable ObjectId file) throws IOException {
    byte[] content =
        file == null ? new byte[0] : reader.open(file, Constants.OBJ_BLOB).getCachedBytes();
    writeText("literal " + content.length + "\n");
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    try (OutputStream packed = new DeflaterOutputStream(new BinaryHunkOutputStream(lines))) {
      packed.write(content);
    }
    lines.writeTo(out);
    writeText("\n");
  }

  private void writeText(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }
}
