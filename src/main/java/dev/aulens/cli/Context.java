package dev.aulens.cli;

/**
 * What a command works with.
 *
 * @param terminal its streams and environment
 * @param settings what the environment and the settings file say
 */
record Context(Terminal terminal, Settings settings) {}
