package org.ontodraft.app.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** A commit as a mail that {@code git am} makes the same commit's files of. */
final class MailedCommit {
  /** Git's own date of such a first line, which mail programs know it by. */
  private static final String FIRST_LINE = "From %s Mon Sep 17 00:00:00 2001\n";

  private static final DateTimeFormatter MAIL_DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  private MailedCommit() {}

  /** The mail, against the commit's first parent. */
  static byte[] write(Repository repository, ObjectReader reader, String id) throws IOException {
    RevWalk walk = new RevWalk(reader);
    RevCommit commit = walk.parseCommit(ObjectId.fromString(id));
    RevCommit parent = walk.parseCommit(commit.getParent(0));
    ByteArrayOutputStream mail = new ByteArrayOutputStream();
    mail.writeBytes(head(commit).getBytes(StandardCharsets.UTF_8));
    try (BinaryDiff diff = new BinaryDiff(mail, reader)) {
      diff.setRepository(repository);
      diff.setAbbreviationLength(40);
      diff.format(parent.getTree(), commit.getTree());
      diff.flush();
    }
    mail.writeBytes("-- \nOntodraft\n\n".getBytes(StandardCharsets.UTF_8));
    return mail.toByteArray();
  }

  private static String head(RevCommit commit) {
    PersonIdent author = commit.getAuthorIdent();
    String message = commit.getFullMessage();
    int end = message.indexOf('\n');
    String title = end < 0 ? message : message.substring(0, end);
    String body = end < 0 ? "" : message.substring(end + 1).strip();
    return FIRST_LINE.formatted(commit.name())
        + "From: %s <%s>\n".formatted(author.getName(), author.getEmailAddress())
        + "Date: %s\n"
            .formatted(MAIL_DATE.format(author.getWhenAsInstant().atOffset(ZoneOffset.UTC)))
        + "Subject: [PATCH] %s\n".formatted(title)
        + "MIME-Version: 1.0\n"
        + "Content-Type: text/plain; charset=UTF-8\n"
        + "Content-Transfer-Encoding: 8bit\n\n"
        + (body.isEmpty() ? "" : kept(body) + "\n")
        + "---\n\n";
  }

  /** Lines that would end the words for {@code git am} are set in. */
  private static String kept(String body) {
    return body.lines()
        .map(line ->
            line.startsWith("---") || line.startsWith("diff -") || line.startsWith("Index: ")
                ? " " + line
                : line)
        .collect(Collectors.joining("\n"));
  }
}
