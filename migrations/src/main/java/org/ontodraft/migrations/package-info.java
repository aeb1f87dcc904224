/** The SQL schemas and how a database gets from one version of them to another. */
@NullMarked
package org.ontodraft.migrations;

import org.jspecify.annotations.NullMarked;
