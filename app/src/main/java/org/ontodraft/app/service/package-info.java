/** What the use cases share: refusals that a person can read. */
@NullMarked
package org.ontodraft.app.service;

import org.jspecify.annotations.NullMarked;
