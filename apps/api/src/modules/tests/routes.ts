import { testsEndpoints } from "@rehab/schema/tests";
import { on } from "../../http/implement.ts";
import type { Route } from "../../http/implement.ts";
import { annulDay } from "./annul-day.ts";
import { annulTest } from "./annul-test.ts";
import { listTestDay } from "./day-list.ts";
import { delegateTest, getDelegationLetter, updateDelegation } from "./delegations.ts";
import { addPhoto, getPhoto, takePicture } from "./photos.ts";
import { printReport } from "./print-report.ts";
import { recordDay } from "./record-day.ts";
import { getRecordSheet } from "./record-sheet.ts";
import { recordStep, reviewTest } from "./record-step.ts";
import { recordTest } from "./record-test.ts";
import { proposeReport } from "./report-positive.ts";
import { listSessions } from "./sessions.ts";
import { getTests } from "./test-matter.ts";
import { listWaiting } from "./waiting.ts";

export const testsRoutes: Route[] = [
  on(testsEndpoints.dayList)(({ services, actor, query }) => listTestDay(services, actor, query)),
  on(testsEndpoints.recordDay)(({ services, actor, body }) => recordDay(services, actor, body)),
  on(testsEndpoints.sessions)(({ services, actor, query }) => listSessions(services, actor, query)),
  on(testsEndpoints.annulDay)(({ services, actor, params, body }) =>
    annulDay(services, actor, { ...params, body }),
  ),
  on(testsEndpoints.addPhoto)(async ({ services, actor, params, request }) =>
    addPhoto(services, actor, { ...params, picture: await takePicture(request) }),
  ),
  on(testsEndpoints.photo)(async ({ services, actor, params, reply }) => {
    const photo = await getPhoto(services, actor, params);
    return reply
      .type(photo.mediaType)
      .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(photo.name)}`)
      .send(photo.bytes);
  }),
  on(testsEndpoints.waiting)(({ services, actor, query }) => listWaiting(services, actor, query)),
  on(testsEndpoints.get)(({ services, actor, params }) => getTests(services, actor, params)),
  on(testsEndpoints.record)(({ services, actor, params, body }) =>
    recordTest(services, actor, { ...params, body }),
  ),
  on(testsEndpoints.recordStep)(({ services, actor, params, body }) =>
    recordStep(services, actor, { ...params, body }),
  ),
  on(testsEndpoints.review)(({ services, actor, params, body }) =>
    reviewTest(services, actor, { ...params, body }),
  ),
  on(testsEndpoints.proposeReport)(({ services, actor, params, body }) =>
    proposeReport(services, actor, { ...params, body }),
  ),
  on(testsEndpoints.reportLetter)(async ({ services, actor, params, reply }) => {
    const file = await printReport(services, actor, params);
    return reply
      .type(testsEndpoints.reportLetter.file)
      .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .send(file.content);
  }),
  on(testsEndpoints.annul)(({ services, actor, params, body }) =>
    annulTest(services, actor, { ...params, body }),
  ),
  on(testsEndpoints.delegate)(({ services, actor, params, body }) =>
    delegateTest(services, actor, { ...params, body }),
  ),
  on(testsEndpoints.updateDelegation)(({ services, actor, params, body }) =>
    updateDelegation(services, actor, { ...params, body }),
  ),
  on(testsEndpoints.delegationLetter)(({ services, actor, params }) =>
    getDelegationLetter(services, actor, params),
  ),
  on(testsEndpoints.sheet)(({ services, actor, params }) => getRecordSheet(services, actor, params)),
];
