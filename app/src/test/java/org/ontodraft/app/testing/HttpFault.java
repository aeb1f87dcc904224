package org.ontodraft.app.testing;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/** Something a server does instead of answering as it should. */
public sealed interface HttpFault {
  /** Answers this, without doing anything. */
  record Answer(int status, Map<String, String> headers, String body) implements HttpFault {
    /** A JSON answer. */
    public static Answer json(int status, String body) {
      return new Answer(status, Map.of("Content-Type", "application/json; charset=utf-8"), body);
    }

    /** A page for people, as proxies make them. */
    public static Answer html(int status) {
      return new Answer(
          status,
          Map.of("Content-Type", "text/html"),
          "<html><body><h1>" + status + "</h1><p>proxy</p></body></html>");
    }

    /** This answer with one more header. */
    public Answer with(String name, String value) {
      Map<String, String> more = new TreeMap<>(headers);
      more.put(name, value);
      return new Answer(status, more, body);
    }
  }

  /** Closes the connection without doing anything. */
  record CutBeforeEffect() implements HttpFault {}

  /** Does what was asked and closes the connection without an answer. */
  record CutAfterEffect() implements HttpFault {}

  /** Does what was asked and closes the connection after so many bytes of the answer's body. */
  record CutInBody(int bytes) implements HttpFault {}

  /** Does what was asked and answers something else. */
  record AnswerAfterEffect(Answer answer) implements HttpFault {}

  /**
   * Does what was asked and says nothing until it is let go.
   *
   * @param done counted down once it is done
   * @param answer counted down by the test
   */
  record Held(CountDownLatch done, CountDownLatch answer) implements HttpFault {
    public Held() {
      this(new CountDownLatch(1), new CountDownLatch(1));
    }
  }

  /** Says nothing until the server is closed. */
  record Silence() implements HttpFault {}

  /** Answers 200 and JSON that never ends. */
  record Endless() implements HttpFault {}
}
