/** Rebases by two curators over real repositories, judged by an oracle of its own. */
@NullMarked
package org.ontodraft.app.service.rebase;

import org.jspecify.annotations.NullMarked;
