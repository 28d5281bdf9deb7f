import { writeSync } from 'node:fs'
import type { Reporter, SerializedError, TestModule, Vitest } from 'vitest/node'

/**
 * Closes the run with `N passed, N failed` alone on the last line, after everything else that is printed. What broke
 * outside a test, a file that could not be loaded or a check that ran before (tests/support/check.js), counts as failed.
 */
export default class LastLine implements Reporter {
  #passed = 0
  #failed = 0
  #skipped = 0

  onInit(vitest: Vitest): void {
    if (vitest.config.watch) return
    process.on('exit', (code) => {
      const failed = this.#failed + Number(process.env['CHECKS_FAILED'] ?? 0)
      const unseen = failed === 0 && code !== 0 ? 1 : 0
      const skipped = this.#skipped > 0 ? `, ${this.#skipped} skipped` : ''
      writeSync(1, `${this.#passed} passed, ${failed + unseen} failed${skipped}\n`)
    })
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const around = modules.flatMap((module) => [module, ...module.children.allSuites()])
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    this.#passed = count('passed')
    this.#skipped = count('skipped')
    this.#failed = tests.length - this.#passed - this.#skipped + unhandled.length
    this.#failed += around.filter((one) => one.errors().length > 0).length
  }
}
