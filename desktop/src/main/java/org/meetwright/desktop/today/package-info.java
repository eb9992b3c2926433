/// The screen of the day: next meeting, requests, problems.
@NullMarked
package org.meetwright.desktop.today;

import org.jspecify.annotations.NullMarked;
