import { transfersEndpoints } from "@rehab/schema/transfers";
import { on } from "../../http/implement.ts";
import type { Route } from "../../http/implement.ts";
import { acknowledgeTransfer, returnTransfer } from "./answer-transfer.ts";
import { cancelTransfer } from "./cancel-transfer.ts";
import { exportTransfers } from "./export-transfers.ts";
import { getTransferLetter } from "./get-letter.ts";
import { listTransfers, transfersOfPerson } from "./list-transfers.ts";
import { recordReceipt } from "./record-receipt.ts";
import { requestTransfer } from "./request-transfer.ts";
import { sendTransfer } from "./send-transfer.ts";

export const transfersRoutes: Route[] = [
  on(transfersEndpoints.list)(({ services, actor, query }) => listTransfers(services, actor, query)),
  on(transfersEndpoints.ofPerson)(({ services, actor, params }) =>
    transfersOfPerson(services, actor, params),
  ),
  on(transfersEndpoints.request)(({ services, actor, body }) => requestTransfer(services, actor, body)),
  on(transfersEndpoints.send)(({ services, actor, params, body }) =>
    sendTransfer(services, actor, { ...params, ...body }),
  ),
  on(transfersEndpoints.recordReceipt)(({ services, actor, params, body }) =>
    recordReceipt(services, actor, { ...params, ...body }),
  ),
  on(transfersEndpoints.acknowledge)(({ services, actor, params, body }) =>
    acknowledgeTransfer(services, actor, { ...params, ...body }),
  ),
  on(transfersEndpoints.returnToSender)(({ services, actor, params, body }) =>
    returnTransfer(services, actor, { ...params, ...body }),
  ),
  on(transfersEndpoints.cancel)(({ services, actor, params, body }) =>
    cancelTransfer(services, actor, { ...params, ...body }),
  ),
  on(transfersEndpoints.letter)(({ services, actor, params }) => getTransferLetter(services, actor, params)),
  on(transfersEndpoints.export)(async ({ services, actor, body, reply }) => {
    const file = await exportTransfers(services, actor, body);
    return reply
      .type(transfersEndpoints.export.file)
      .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .send(file.content);
  }),
];
