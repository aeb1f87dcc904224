package org.ontodraft.migrations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * What a database's own catalog says of our schemas, in words both databases share: a line for each
 * column, key and index, as {@code docs/schema.md} lists them.
 */
enum SchemaCatalog {
  H2(
      """
      select table_schema || '.' || table_name || ' column '
          || column_name || ' '
          || case lower(data_type)
              when 'character varying' then case when character_maximum_length > 1000 then 'text'
                  else 'varchar(' || character_maximum_length || ')' end
              when 'timestamp with time zone' then 'timestamptz(' || datetime_precision || ')'
              when 'binary varying' then 'bytea'
              else lower(data_type) end
          || case is_nullable when 'NO' then ' not null' else '' end
      from information_schema.columns
      where table_schema in ('ontology', 'local')
        and table_name in (
          select table_name from information_schema.tables where table_type = 'BASE TABLE')
      """,
      """
      select c.table_schema || '.' || c.table_name || ' '
          || case c.constraint_type when 'FOREIGN KEY' then 'foreign key' when 'UNIQUE' then 'unique'
              else 'primary key' end
          || ' (' || listagg(k.column_name, ', ') within group (order by k.ordinal_position) || ')'
          || coalesce(
              (select ' references ' || t.table_name || ' on delete ' || lower(r.delete_rule)
                from information_schema.referential_constraints r
                join information_schema.table_constraints t
                  on t.constraint_schema = r.unique_constraint_schema
                  and t.constraint_name = r.unique_constraint_name
                where r.constraint_schema = c.constraint_schema
                  and r.constraint_name = c.constraint_name), '')
      from information_schema.table_constraints c
      join information_schema.key_column_usage k
        on k.constraint_schema = c.constraint_schema and k.constraint_name = c.constraint_name
      where c.table_schema in ('ontology', 'local')
      group by c.table_schema, c.table_name, c.constraint_schema, c.constraint_name,
        c.constraint_type
      """,
      """
      select constraint_schema || '.' || table_name || ' check ' || constraint_name
      from information_schema.table_constraints
      where constraint_schema in ('ontology', 'local') and constraint_type = 'CHECK'
      """,
      """
      select i.table_schema || '.' || i.table_name || ' index ' || i.index_name || ' ('
          || listagg(c.column_name, ', ') within group (order by c.ordinal_position) || ')'
      from information_schema.indexes i
      join information_schema.index_columns c
        on c.index_schema = i.index_schema and c.index_name = i.index_name
      where i.table_schema in ('ontology', 'local') and not i.is_generated
      group by i.table_schema, i.table_name, i.index_name
      """,
      """
      select v.table_schema || '.' || v.table_name || ' view ('
          || listagg(c.column_name, ', ') within group (order by c.ordinal_position) || ')'
      from information_schema.views v
      join information_schema.columns c
        on c.table_schema = v.table_schema and c.table_name = v.table_name
      where v.table_schema in ('ontology', 'local')
      group by v.table_schema, v.table_name
      """),
  POSTGRESQL(
      """
      select 'ontology.' || c.relname || ' column '
          || a.attname || ' '
          || replace(replace(format_type(a.atttypid, a.atttypmod),
              'timestamp(6) with time zone', 'timestamptz(6)'), 'character varying', 'varchar')
          || case when a.attnotnull then ' not null' else '' end
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'ontology'::regnamespace and c.relkind = 'r' and a.attnum > 0
        and not a.attisdropped
      """,
      """
      select 'ontology.' || t.relname || ' '
          || case k.contype when 'f' then 'foreign key' when 'u' then 'unique'
              else 'primary key' end
          || ' (' || (
              select string_agg(a.attname, ', ' order by place.number)
              from unnest(k.conkey) with ordinality as place (attnum, number)
              join pg_attribute a on a.attrelid = k.conrelid and a.attnum = place.attnum)
          || ')'
          || case when k.contype = 'f' then ' references ' || f.relname || ' on delete '
              || case k.confdeltype when 'c' then 'cascade' when 'r' then 'restrict'
                  when 'n' then 'set null' when 'd' then 'set default' else 'no action' end
              else '' end
      from pg_constraint k
      join pg_class t on t.oid = k.conrelid
      left join pg_class f on f.oid = k.confrelid
      where k.connamespace = 'ontology'::regnamespace and k.contype in ('p', 'u', 'f')
      """,
      """
      select 'ontology.' || t.relname || ' check ' || k.conname
      from pg_constraint k join pg_class t on t.oid = k.conrelid
      where k.connamespace = 'ontology'::regnamespace and k.contype = 'c'
      """,
      """
      select 'ontology.' || t.relname || ' index ' || i.relname || ' ('
          || (select string_agg(
                  regexp_replace(pg_get_indexdef(x.indexrelid, n, true),
                    '^"left"\\((\\w+), 200\\)$', '\\1'), ', ' order by n)
              from generate_series(1, x.indnatts) as n)
          || ')'
      from pg_index x
      join pg_class i on i.oid = x.indexrelid
      join pg_class t on t.oid = x.indrelid
      where i.relnamespace = 'ontology'::regnamespace and t.relkind = 'r'
        and not exists (select 1 from pg_constraint k where k.conindid = x.indexrelid)
      """,
      """
      select 'ontology.' || c.relname || ' view ('
          || (select string_agg(a.attname, ', ' order by a.attnum)
              from pg_attribute a where a.attrelid = c.oid and a.attnum > 0)
          || ')'
      from pg_class c where c.relnamespace = 'ontology'::regnamespace and c.relkind in ('m', 'v')
      """);

  private final List<String> queries;

  SchemaCatalog(String... queries) {
    this.queries = List.of(queries);
  }

  /** The lines of a database, sorted, without Flyway's own table. */
  List<String> read(DataSource database) throws SQLException {
    TreeSet<String> lines = new TreeSet<>();
    for (String query : queries) {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(query)) {
        while (rows.next()) {
          lines.add(rows.getString(1));
        }
      }
    }
    lines.removeIf(line -> line.contains("flyway_schema_history"));
    return new ArrayList<>(lines);
  }
}
