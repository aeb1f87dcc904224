/** What is remembered between sessions apart from work. */
@NullMarked
package org.ontodraft.app.service.settings;

import org.jspecify.annotations.NullMarked;
