package org.ontodraft.persistence.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Lets everything through but the n-th statement, which fails before it reaches the database. */
public final class FaultyDataSource {
  private final DataSource dataSource;
  private int left;
  private boolean failed;
  private boolean forGood;

  /** Fails the n-th statement, counted from 1 over all connections. */
  public FaultyDataSource(DataSource real, int n) {
    this.dataSource = wrap(DataSource.class, real);
    this.left = n;
  }

  /** Fails the n-th statement from here. */
  public void failAt(int n) {
    left = n;
    failed = false;
  }

  /** Fails every statement from that one on, as if the database were gone. */
  public FaultyDataSource forGood() {
    forGood = true;
    return this;
  }

  /** The connections that fail. */
  public DataSource dataSource() {
    return dataSource;
  }

  /** Whether a statement was failed yet. */
  public boolean failed() {
    return failed;
  }

  private <T> T wrap(Class<T> type, T target) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getName().startsWith("execute") && (--left == 0 || forGood && left < 0)) {
            failed = true;
            throw new SQLException("the failure the test asked for");
          }
          try {
            return wrapped(method.invoke(target, arguments));
          } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
          }
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private @Nullable Object wrapped(@Nullable Object result) {
    return switch (result) {
      case Connection connection -> wrap(Connection.class, connection);
      case PreparedStatement statement -> wrap(PreparedStatement.class, statement);
      case Statement statement -> wrap(Statement.class, statement);
      case null, default -> result;
    };
  }
}
