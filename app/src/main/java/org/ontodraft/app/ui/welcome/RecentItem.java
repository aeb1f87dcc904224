package org.ontodraft.app.ui.welcome;

import org.ontodraft.app.service.settings.Settings.Recent;

/**
 * A row of the recent list.
 *
 * @param place where it is: a folder, an address, or words for the sample
 * @param detail the draft that was open and its changes, or that there was none
 * @param missing whether it is a folder that is not there now
 */
record RecentItem(
    Recent recent, String name, String place, String detail, String when, boolean missing) {}
