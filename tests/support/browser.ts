import { type Browser, chromium } from 'playwright-core'
import { inject, onTestFinished, TestRunner } from 'vitest'
import { closedWithFile } from './open-worlds'
import './provided'

/** A browser of its own; closes with the test, or with the file when it was launched outside one. */
export async function launchBrowser(): Promise<Browser> {
  const { path, env } = inject('chromium')
  const browser = await chromium.launch({
    executablePath: path,
    env: { ...process.env, ...env },
    args: ['--no-sandbox'],
  })
  const close = closedWithFile(() => browser.close())
  if (TestRunner.getCurrentTest()) onTestFinished(close)
  return browser
}
