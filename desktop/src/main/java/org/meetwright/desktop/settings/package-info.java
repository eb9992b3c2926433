/// The screen of a host's account.
@NullMarked
package org.meetwright.desktop.settings;

import org.jspecify.annotations.NullMarked;
