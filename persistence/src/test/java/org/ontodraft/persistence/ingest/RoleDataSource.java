package org.ontodraft.persistence.ingest;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;

/** Connections that act as another role of the same server. */
record RoleDataSource(DataSource superuser, String role) {
  DataSource dataSource() {
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              Object result = method.invoke(superuser, arguments);
              if (result instanceof Connection connection) {
                try (Statement statement = connection.createStatement()) {
                  statement.execute("set role " + role);
                }
              }
              return result;
            });
  }
}
