package dev.aulens.web;

import dev.aulens.query.Filter;
import dev.aulens.query.options.SearchOptions;

/**
 * What the page asks for.
 *
 * @param options what the words ask for, the range of time included
 * @param filter which events: those of the options that the filters on fields hold for
 * @param command the words as a command line for a shell; it knows no filters on fields
 */
record Question(SearchOptions options, Filter filter, String command) {}
