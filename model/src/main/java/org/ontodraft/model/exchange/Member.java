package org.ontodraft.model.exchange;

/** The names of members that the file's objects have. */
final class Member {
  static final String FORMAT = "format";
  static final String FORMAT_VERSION = "formatVersion";
  static final String PROGRAM = "program";
  static final String WRITTEN_AT = "writtenAt";
  static final String ROOT_COMMITS = "rootCommits";
  static final String JOURNAL = "journal";
  static final String DRAFT = "draft";
  static final String CHANGES = "changes";
  static final String STEPS = "steps";
  static final String EDITS = "edits";
  static final String INTENTS = "intents";
  static final String RESOLUTIONS = "resolutions";
  static final String SUBMISSIONS = "submissions";
  static final String IMAGES = "images";
  static final String PARTS = "parts";
  static final String SHA_256 = "sha256";

  static final String ID = "id";
  static final String TITLE = "title";
  static final String DESCRIPTION = "description";
  static final String COMMENT = "comment";
  static final String STATUS = "status";
  static final String SOURCE = "source";
  static final String CREATED_AT = "createdAt";
  static final String MODIFIED_AT = "modifiedAt";
  static final String VALIDATED_AT = "validatedAt";
  static final String SUBMITTED_AT = "submittedAt";
  static final String ARCHIVED_AT = "archivedAt";
  static final String PULL_REQUEST = "pullRequest";

  static final String BASE = "base";
  static final String COMMIT = "commit";
  static final String BRANCH = "branch";
  static final String COMMITTED_AT = "committedAt";
  static final String SUMMARY = "summary";

  static final String ENTITY = "entity";
  static final String CHANGE = "change";
  static final String PATCH = "patch";
  static final String REPLACEMENT = "replacement";
  static final String PATH = "path";
  static final String BLOB = "blob";
  static final String TEXT = "text";
  static final String PAGES = "pages";

  static final String SEQUENCE = "sequence";
  static final String KIND = "kind";
  static final String FIELD = "field";
  static final String FORWARD = "forward";
  static final String INVERSE = "inverse";
  static final String AT = "at";
  static final String ARGUMENTS = "arguments";

  static final String BODY = "body";
  static final String PARENT = "parent";
  static final String REMOTE = "remote";
  static final String FORGE = "forge";
  static final String NUMBER = "number";
  static final String URL = "url";
  static final String STAGE = "stage";

  private Member() {}
}
