/** The settings: appearance, servers, their tokens and API addresses. */
@NullMarked
package org.ontodraft.app.ui.settings;

import org.jspecify.annotations.NullMarked;
