/** Where a store lives and how its databases are opened; the only place that builds JDBC URLs. */
@NullMarked
package org.ontodraft.persistence.store;

import org.jspecify.annotations.NullMarked;
